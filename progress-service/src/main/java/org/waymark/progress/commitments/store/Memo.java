package org.waymark.progress.commitments.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.AggregateStore.Past;
import org.waymark.platform.Event;
import org.waymark.progress.commitments.Commitments.PastEvent;
import org.waymark.progress.commitments.Commitments.PastEvent.Text;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.*;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.UpdateId;

/**
 * What an event says beyond its public data: texts, evidence, values in words, and which client caused it. It travels
 * with the event through the outbox into the history and never onto the topic.
 */
final class Memo {

    private static final List<String> TEXTS =
            List.of("reason", "answer", "description", "narrative", "challenges", "nextSteps", "practices");

    private Memo() {}

    static Document of(CommitmentEvent event, String client) {
        Document memo = new Document("client", client);
        switch (event) {
            case CommitmentSubmitted e -> memo.append("description", e.promise().description());
            case CommitmentRevised e -> memo.append("description", e.description());
            case StatusChanged e -> memo.append("reason", e.reason());
            case MilestoneRescheduled e -> memo.append("reason", e.reason());
            case MilestoneMissed e -> memo.append("reason", e.reason());
            case MilestoneCancelled e -> memo.append("reason", e.reason());
            case ActualCorrected e ->
                memo.append("reason", e.reason())
                        .append("actuals", List.of(ReportDocuments.actual(e.actual())))
                        .append("before", Values.write(e.before()));
            case ProgressReported e -> memo.putAll(report(e.id(), 1, e.partner(), e.report(), e.effective()));
            case UpdateResubmitted e ->
                memo.putAll(report(e.id(), e.revision(), e.partner(), e.report(), e.effective()));
            case UpdateVerified e ->
                memo.append(
                        "actuals",
                        e.actuals().stream().map(ReportDocuments::actual).toList());
            case UpdateReturned e -> memo.append("reason", e.reason());
            case ReturnAnswered e -> memo.append("answer", e.answer());
            case HealthOverridden e -> memo.append("reason", e.reason());
            case MilestoneOverdue e ->
                memo.append("effective", e.due().plusDays(1).toString());
            case MilestoneAdded e -> {}
            case MilestoneRevised e -> {}
            case MilestoneVerified e -> {}
            case IndicatorAdded e -> {}
            case PeriodAdded e -> {}
            case OverrideLifted e -> {}
            case CommitmentSilent e -> {}
            case HealthChanged e -> {}
        }
        return memo;
    }

    /** What is left to know of an event that only the topic still tells: no text, no evidence, nobody's name. */
    static Document refolded(CommitmentEvent event) {
        Document memo = of(event, "");
        memo.values().removeIf(""::equals);
        memo.computeIfPresent("evidence", (name, unnamed) -> List.of());
        return memo;
    }

    private static Document report(
            UpdateId update, int revision, PartnerId partner, Report report, LocalDate effective) {
        Document written = ReportDocuments.write(report, effective);
        return written.append("update", update.value())
                .append("revision", revision)
                .append("organization", partner.value());
    }

    static Optional<PastUpdate> update(Past past) {
        Document memo = past.memo();
        String update = memo.getString("update");
        if (update == null) {
            return Optional.empty();
        }
        return Optional.of(new PastUpdate(
                update,
                memo.getString("organization"),
                Objects.requireNonNullElse(memo.getInteger("revision"), 1),
                past.event().sequence(),
                past.event().time(),
                LocalDate.parse(memo.getString("effective")),
                ReportDocuments.read(memo)));
    }

    /** A judgement is effective when it is recorded, a fact on the day it names. */
    static PastEvent event(Past past) {
        Event event = past.event();
        Document memo = past.memo();
        String effective = memo.getString("effective");
        return new PastEvent(
                event.sequence(),
                event.id(),
                event.type(),
                event.time(),
                effective == null ? event.time().atOffset(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(effective),
                client(memo.getString("client")),
                TEXTS.stream().flatMap(name -> text(memo, name)).toList(),
                event.data());
    }

    private static @Nullable String client(@Nullable String client) {
        return "clock".equals(client) ? null : client;
    }

    private static Stream<Text> text(Document memo, String name) {
        return Stream.ofNullable(memo.getString(name)).map(text -> new Text(name, text));
    }
}
