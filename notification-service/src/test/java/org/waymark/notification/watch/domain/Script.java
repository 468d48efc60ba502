package org.waymark.notification.watch.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.watch.domain.CommitmentEvent.Actual;
import org.waymark.notification.watch.domain.CommitmentEvent.Claim;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Source;
import org.waymark.notification.watch.domain.CommitmentEvent.Values;

/** What may happen to a commitment in the words of {@code rules.txt}. */
final class Script {

    private final List<String> words;
    private final String update;
    private final boolean imported;
    private final boolean bare;
    private final boolean again;

    private Script(String text) {
        List<String> all = new ArrayList<>(List.of(text.split(" ")));
        imported = all.remove("imported");
        bare = all.remove("bare");
        again = all.remove("again");
        update = updateId(all);
        words = all;
    }

    static Heard heard(String text, long sequence, Instant recorded) {
        Script script = new Script(text);
        return new Heard(script.event(sequence), recorded, script.health());
    }

    private String word(int place) {
        return words.get(place);
    }

    private CommitmentEvent event(long sequence) {
        return switch (word(0)) {
            case "submitted" -> Happening.submitted(status(), imported);
            case "status" -> new CommitmentEvent.StatusChanged(sequence, status());
            case "put-off" -> new CommitmentEvent.MilestoneRescheduled(sequence, word(1), LocalDate.parse(word(2)));
            case "overdue" -> new CommitmentEvent.BecameOverdue(sequence, word(1), LocalDate.parse(word(2)), imported);
            case "verified" -> closed(sequence, Milestone.State.VERIFIED);
            case "missed" -> closed(sequence, Milestone.State.MISSED);
            case "cancelled" -> closed(sequence, Milestone.State.CANCELLED);
            case "silent" -> new CommitmentEvent.FellSilent(sequence, LocalDate.parse(word(1)));
            case "health", "override" -> new CommitmentEvent.Judged(sequence);
            case "correct" -> new CommitmentEvent.ActualCorrected(sequence, actual());
            case "review" -> review(sequence);
            case "return" -> new CommitmentEvent.UpdateReturned(sequence, update);
            default -> report(sequence);
        };
    }

    private Status status() {
        return Worded.of(Status.class, word(1));
    }

    /** Of an update with a name of its own, {@code ... as u2}; else "u". */
    private static String updateId(List<String> words) {
        int as = words.indexOf("as");
        if (as < 0) {
            return "u";
        }
        words.remove(as);
        return words.remove(as);
    }

    private CommitmentEvent closed(long sequence, Milestone.State how) {
        return new CommitmentEvent.MilestoneClosed(sequence, word(1), how);
    }

    private CommitmentEvent review(long sequence) {
        boolean ofValue = words.size() > 2;
        return new CommitmentEvent.UpdateVerified(
                sequence,
                update,
                ofValue ? List.of() : words.subList(1, words.size()),
                ofValue ? List.of(actual()) : List.of());
    }

    /** {@code <word> people year-1 40} */
    private Actual actual() {
        return new Actual(word(1), word(2), words.size() > 3 ? new BigDecimal(word(3)) : null);
    }

    private CommitmentEvent report(long sequence) {
        Claim claim = new Claim(words.size() > 1 ? word(1) : "", Happening.DAY);
        @Nullable Assessment assessment = null;
        List<Claim> claims = List.of();
        List<String> retracted = List.of();
        Values values = Values.NONE;
        switch (word(0)) {
            case "update" -> {}
            case "assess" -> assessment = Worded.of(Assessment.class, word(1));
            case "reach" -> claims = List.of(claim);
            case "take-back" -> retracted = List.of(word(1));
            case "value" -> values = new Values(List.of(actual()), List.of());
            case "take-value-back" -> values = new Values(List.of(), List.of(actual()));
            default -> throw new IllegalArgumentException("no such happening: " + words);
        }
        return new ProgressReported(
                sequence,
                new Source(update, !bare, again, null),
                assessment,
                false,
                Happening.DAY,
                claims,
                retracted,
                values,
                imported);
    }

    private Health.@Nullable Said health() {
        return switch (word(0)) {
            case "health" ->
                new Health.Said(
                        Worded.of(Health.State.class, word(1)), Set.copyOf(words.subList(2, words.size())), false);
            case "override" -> new Health.Said(Worded.of(Health.State.class, word(1)), Set.of(), true);
            default -> null;
        };
    }
}
