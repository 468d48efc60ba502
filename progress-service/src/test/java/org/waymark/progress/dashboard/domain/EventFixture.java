package org.waymark.progress.dashboard.domain;

import static org.waymark.progress.dashboard.domain.CardFixture.OVERDUE;
import static org.waymark.progress.dashboard.domain.CardFixture.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Card.Health;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Actual;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Claim;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneAdded;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneOverdue;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneRescheduled;
import org.waymark.progress.dashboard.domain.CommitmentEvents.NewMilestone;
import org.waymark.progress.dashboard.domain.CommitmentEvents.ProgressReported;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Retraction;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateResubmitted;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateVerified;

/** What happens to a commitment after its submission, as the dashboard reads it. */
final class EventFixture {

    private static final LocalDate EFFECTIVE = LocalDate.of(2026, 2, 1);

    private final String update;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Actual> actuals = new ArrayList<>();
    private final List<String> unclaimed = new ArrayList<>();
    private final List<Actual> before = new ArrayList<>();
    private @Nullable String superseded;
    private String author = "iom";
    private LocalDate effective = EFFECTIVE;
    private int evidence;
    private Health health = UNKNOWN;

    private EventFixture(String update) {
        this.update = update;
    }

    /** An update of the lead partner that says nothing yet. */
    static EventFixture update(String id) {
        return new EventFixture(id);
    }

    EventFixture claiming(Claim... said) {
        claims.addAll(List.of(said));
        return this;
    }

    EventFixture measuring(Actual... said) {
        actuals.addAll(List.of(said));
        return this;
    }

    EventFixture by(String organization) {
        author = organization;
        return this;
    }

    EventFixture of(LocalDate day) {
        effective = day;
        return this;
    }

    EventFixture withEvidence(int pieces) {
        evidence = pieces;
        return this;
    }

    EventFixture insteadOf(String other) {
        superseded = other;
        return this;
    }

    EventFixture takingBack(String... milestones) {
        unclaimed.addAll(List.of(milestones));
        return this;
    }

    EventFixture backTo(Actual... values) {
        before.addAll(List.of(values));
        return this;
    }

    EventFixture leaving(Health after) {
        health = after;
        return this;
    }

    ProgressReported reported() {
        return new ProgressReported(
                update, author, "on-track", effective, claims, actuals, evidence, superseded, retraction(), health);
    }

    UpdateResubmitted again(int revision) {
        return new UpdateResubmitted(
                update, revision, author, "at-risk", effective, claims, actuals, evidence, retraction(), health);
    }

    /** With what it claims and measures. */
    UpdateVerified verified() {
        return new UpdateVerified(update, claims.stream().map(Claim::id).toList(), actuals, health, "ilo");
    }

    CommitmentEvents.UpdateReturned returned() {
        return new CommitmentEvents.UpdateReturned(update, health, "ilo");
    }

    CommitmentEvents.ReturnAnswered answered() {
        return new CommitmentEvents.ReturnAnswered(update, health, "iom");
    }

    private @Nullable Retraction retraction() {
        return unclaimed.isEmpty() && before.isEmpty() ? null : new Retraction(unclaimed, before);
    }

    static MilestoneOverdue overdue(String milestone, String due) {
        return new MilestoneOverdue(milestone, LocalDate.parse(due), OVERDUE);
    }

    static MilestoneRescheduled rescheduled(String milestone, String from, String to) {
        return new MilestoneRescheduled(milestone, LocalDate.parse(from), LocalDate.parse(to), UNKNOWN);
    }

    static MilestoneAdded added(String milestone, String due) {
        return new MilestoneAdded(
                new NewMilestone(milestone, "Milestone " + milestone, LocalDate.parse(due), 1), UNKNOWN);
    }
}
