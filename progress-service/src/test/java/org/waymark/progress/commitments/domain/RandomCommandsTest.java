package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.START;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ResubmitUpdate;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneVerified;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.ReturnAnswered;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateReturned;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateVerified;

/** Whatever is asked of a commitment, in whatever order; the seed of a failing run is in its message. */
class RandomCommandsTest {

    private static final int RUNS = 400;
    private static final int COMMANDS = 60;

    /** The rules by name, with their places in lists left open. */
    private static final Set<String> RULES = Set.of(
            "commitment",
            "milestone",
            "indicator",
            "update",
            "forbidden",
            "life-cycle",
            "open-milestones",
            "over",
            "closed",
            "milestone-closed",
            "already-reached",
            "not-due-yet",
            "not-claimed",
            "nothing-to-correct",
            "review-closed",
            "own-update",
            "returned-already",
            "not-returned",
            "no-return-to-answer",
            "revised",
            "narrative",
            "effective",
            "reason",
            "end",
            "start",
            "due",
            "until",
            "supporting",
            "actuals",
            "milestones[].id",
            "milestones[].on",
            "actuals[].indicatorId",
            "actuals[].periodId",
            "actuals[].value",
            "actuals[].disaggregation",
            "indicatorId",
            "periodId",
            "value");

    private static final Set<Class<?>> REVIEWING =
            Set.of(UpdateVerified.class, UpdateReturned.class, ReturnAnswered.class, MilestoneVerified.class);

    /** One thing that was recorded, and when. */
    private record Recorded(CommitmentEvent event, Instant at) {}

    private final Set<String> seen = new TreeSet<>();
    private final Set<Class<?>> happened = new HashSet<>();

    @Test
    void every_refusal_names_its_rule_and_the_events_alone_make_a_legal_state() {
        for (int seed = 0; seed < RUNS; seed++) {
            run(seed);
        }

        assertThat(seen).as("rules that refused something").isEqualTo(new TreeSet<>(RULES));
        assertThat(happened).as("kinds of events").hasSize(CommitmentEvent.class.getPermittedSubclasses().length);
    }

    private void run(int seed) {
        Random random = new Random(seed);
        RandomCommands commands = new RandomCommands(random);
        Instant now = START.atStartOfDay(ZoneOffset.UTC).toInstant();
        CommitmentEvent first = commands.aCommitmentToBegin().event();
        List<Recorded> history = new ArrayList<>(List.of(new Recorded(first, now)));
        Commitment standing = Folding.after(null, first, now, HealthRules.DEFAULT);
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plusSeconds(random.nextInt(10 * 86_400));
            CommitmentCommand command = commands.next(standing, now);
            Commitment before = standing;
            try {
                for (CommitmentEvent event : Deciding.decide(standing, command, now, HealthRules.DEFAULT)) {
                    checkWho(before, command, event, seed);
                    standing = Folding.after(standing, event, now, HealthRules.DEFAULT);
                    history.add(new Recorded(event, now));
                    assertThat(!before.status().isOver() || REVIEWING.contains(event.getClass()))
                            .as("seed %d: after the end it is reviewed and nothing else, not %s", seed, event)
                            .isTrue();
                }
            } catch (Refusal refusal) {
                check(refusal, command, seed);
            }
            LegalStates.check(before, standing, "seed %d after %s".formatted(seed, command));
            checkTime(standing, now, seed);
        }
        history.forEach(one -> happened.add(one.event().getClass()));
        assertThat(refolded(history)).as("seed %d", seed).isEqualTo(standing);
    }

    private void check(Refusal refusal, CommitmentCommand command, int seed) {
        String rule = refusal.subject().replaceAll("\\[\\d+]", "[]");
        assertThat(RULES)
                .as("seed %d: %s refuses %s", seed, refusal.sentence(), command)
                .contains(rule);
        assertThat(refusal.sentence()).as("seed %d", seed).endsWith(".");
        seen.add(rule);
    }

    /** Nobody reviews their own organization's update, and what an author wrote is recorded as it was written. */
    private static void checkWho(Commitment before, CommitmentCommand command, CommitmentEvent event, int seed) {
        if (event instanceof UpdateVerified verified) {
            assertThat(author(before, verified.id())).as("seed %d", seed).isNotEqualTo(verified.by());
        }
        if (event instanceof UpdateReturned returned) {
            assertThat(author(before, returned.id())).as("seed %d", seed).isNotEqualTo(returned.by());
        }
        if (event instanceof ProgressReported reported && command instanceof ReportProgress asked) {
            assertThat(reported.report()).isSameAs(asked.report());
        }
        if (event instanceof UpdateResubmitted resubmitted && command instanceof ResubmitUpdate asked) {
            assertThat(resubmitted.report()).isSameAs(asked.report());
        }
    }

    private static PartnerId author(Commitment before, UpdateId update) {
        return before.review(update).orElseThrow().author();
    }

    /** Time has something to record exactly when {@code nextDue} has come, and once it is recorded nothing is left. */
    private static void checkTime(Commitment standing, Instant now, int seed) {
        Instant due = Deciding.nextDue(standing, now, HealthRules.DEFAULT).orElse(null);
        List<CommitmentEvent> events = Timekeeping.record(standing, now, HealthRules.DEFAULT);
        assertThat(!events.isEmpty())
                .as("seed %d at %s, next due %s", seed, now, due)
                .isEqualTo(now.equals(due));
        if (due == null) {
            return;
        }
        Instant just = due.minusSeconds(1);
        if (just.isAfter(now)) {
            assertThat(Timekeeping.record(standing, just, HealthRules.DEFAULT))
                    .as("seed %d just before %s", seed, due)
                    .isEmpty();
        }
        Commitment after =
                CommitmentFixture.fold(standing, due, Timekeeping.record(standing, due, HealthRules.DEFAULT));
        assertThat(after).as("seed %d at %s", seed, due).isNotEqualTo(standing);
        assertThat(Timekeeping.record(after, due, HealthRules.DEFAULT))
                .as("seed %d: recorded once", seed)
                .isEmpty();
    }

    private static @Nullable Commitment refolded(List<Recorded> history) {
        Commitment state = null;
        for (Recorded one : history) {
            state = Folding.after(state, one.event(), one.at(), HealthRules.DEFAULT);
        }
        return state;
    }
}
