package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddIndicator;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddPeriod;
import org.waymark.progress.commitments.domain.CommitmentCommand.CancelMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.MissMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseMilestone;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.IndicatorAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneCancelled;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneMissed;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneRescheduled;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.PeriodAdded;

/** The plan: the promise itself, its milestones and what is measured. The lead partner's, until the commitment is over. */
final class Planning {

    static final int MOST_MILESTONES = 200;
    static final int MOST_INDICATORS = 500;
    static final int MOST_PERIODS = 100;

    private Planning() {}

    static List<CommitmentEvent> revise(Commitment commitment, ReviseCommitment command) {
        requirePlanner(commitment, command.by());
        Promise promise = commitment.promise();
        CommitmentRevised revised = new CommitmentRevised(
                command.by().organization(),
                Objects.requireNonNullElse(command.title(), promise.title()),
                command.description() == null ? promise.description() : command.description(),
                Objects.requireNonNullElse(command.start(), promise.start()),
                command.end() == null ? promise.end() : command.end(),
                Objects.requireNonNullElse(command.supporting(), promise.supporting()),
                Objects.requireNonNullElse(command.timeZone(), promise.timeZone()));
        Promise next = promise.revised(revised);
        PlanRules.check(next);
        commitment.milestones().stream()
                .filter(one -> one.isOpen() && one.due().isBefore(next.start()))
                .findFirst()
                .ifPresent(one -> {
                    throw Refusal.invalid("start", "Milestone \"" + one.title() + "\" is due before that.");
                });
        return next.equals(promise) ? List.of() : List.of(revised);
    }

    static List<CommitmentEvent> add(Commitment commitment, AddMilestone command) {
        requirePlanner(commitment, command.by());
        if (commitment.milestones().size() >= MOST_MILESTONES) {
            throw Refusal.rule("too-many", "A commitment has at most " + MOST_MILESTONES + " milestones.");
        }
        PlanRules.checkDue("due", command.milestone().due(), commitment.promise());
        if (commitment.milestone(command.milestone().id()).isPresent()) {
            return List.of(); // ids are made of the request's key: this is a very late repetition
        }
        return List.of(new MilestoneAdded(command.by().organization(), command.milestone()));
    }

    /** A change of the plan and a rescheduling are two facts. */
    static List<CommitmentEvent> revise(Commitment commitment, ReviseMilestone command) {
        requirePlanner(commitment, command.by());
        Milestone milestone = requireOpen(commitment, command.milestone());
        List<CommitmentEvent> events = new ArrayList<>();
        String title = Objects.requireNonNullElse(command.title(), milestone.title());
        int weight = Objects.requireNonNullElse(command.weight(), milestone.weight());
        if (!title.equals(milestone.title()) || weight != milestone.weight()) {
            events.add(new MilestoneRevised(command.by().organization(), milestone.id(), title, weight));
        }
        if (command.due() != null && !command.due().equals(milestone.due())) {
            PlanRules.checkDue("due", command.due(), commitment.promise());
            String reason = requireReason(command.reason(), "A milestone is put on another day for a reason: say why.");
            events.add(new MilestoneRescheduled(
                    command.by().organization(), milestone.id(), milestone.due(), command.due(), reason));
        }
        return events;
    }

    static List<CommitmentEvent> miss(Commitment commitment, MissMilestone command, Instant now) {
        Access.leadOrCoChair(commitment, command.by());
        requireNotOver(commitment);
        Milestone milestone = requireOpen(commitment, command.milestone());
        if (!milestone.isOverdueOn(commitment.day(now))) {
            throw Refusal.rule("not-due-yet", "It is due on " + milestone.due() + "; until then it is not missed.");
        }
        String reason = requireReason(command.reason(), "Say why it was missed.");
        return List.of(new MilestoneMissed(command.by().organization(), milestone.id(), reason));
    }

    static List<CommitmentEvent> cancel(Commitment commitment, CancelMilestone command) {
        requirePlanner(commitment, command.by());
        Milestone milestone = requireOpen(commitment, command.milestone());
        String reason = requireReason(command.reason(), "Say why it is cancelled.");
        return List.of(new MilestoneCancelled(command.by().organization(), milestone.id(), reason));
    }

    static List<CommitmentEvent> add(Commitment commitment, AddIndicator command) {
        requirePlanner(commitment, command.by());
        if (commitment.indicators().size() >= MOST_INDICATORS) {
            throw Refusal.rule("too-many", "A commitment has at most " + MOST_INDICATORS + " indicators.");
        }
        PlanRules.checkPeriods("periods", command.indicator().periods());
        if (commitment.indicator(command.indicator().id()).isPresent()) {
            return List.of();
        }
        return List.of(new IndicatorAdded(command.by().organization(), command.indicator()));
    }

    static List<CommitmentEvent> add(Commitment commitment, AddPeriod command) {
        requirePlanner(commitment, command.by());
        Indicator indicator = commitment.indicator(command.indicator()).orElseThrow(() -> Refusal.absent("indicator"));
        if (indicator.periods().size() >= MOST_PERIODS) {
            throw Refusal.rule("too-many", "An indicator has at most " + MOST_PERIODS + " periods.");
        }
        PlanRules.checkPeriod("", command.period());
        if (indicator.period(command.period().id()).isPresent()) {
            return List.of();
        }
        return List.of(new PeriodAdded(command.by().organization(), indicator.id(), command.period()));
    }

    static void requireNotOver(Commitment commitment) {
        if (commitment.status().isOver()) {
            throw Refusal.rule("over", "This commitment is over; it does not change any more.");
        }
    }

    private static void requirePlanner(Commitment commitment, Asker by) {
        Access.lead(commitment, by);
        requireNotOver(commitment);
    }

    private static Milestone requireOpen(Commitment commitment, MilestoneId id) {
        Milestone milestone = commitment.milestone(id).orElseThrow(() -> Refusal.absent("milestone"));
        if (!milestone.isOpen()) {
            throw Refusal.rule("milestone-closed", "This milestone is no longer open; what was said of it stands.");
        }
        return milestone;
    }

    static String requireReason(@Nullable String reason, String sentence) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", sentence);
        }
        return reason;
    }
}
