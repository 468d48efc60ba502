package org.waymark.notification.watch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.Milestone.State;

/**
 * What this service knows of one commitment: enough to tell when a condition begins and ends. Each condition carries the
 * sequence of the event that began it, by which its alert is known.
 *
 * @param assessed null before anybody has assessed it
 * @param silence null while it is heard of
 * @param reviews the updates that somebody has to see to, the oldest first
 */
public record Watch(
        Subject subject,
        LifeCycle lifeCycle,
        List<Milestone> milestones,
        @Nullable Assessed assessed,
        Health health,
        @Nullable Silence silence,
        List<Indicator> indicators,
        List<Review> reviews) {

    /**
     * Which commitment it is, and who must know of it.
     *
     * @param zone in which its days begin
     */
    public record Subject(String commitmentId, String title, String leadPartnerId, String groupId, ZoneId zone) {

        Subject revised(String next, ZoneId in) {
            return new Subject(commitmentId, next, leadPartnerId, groupId, in);
        }

        Instant beginning(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    /** @param since the sequence of the event with which this assessment began; saying the same again does not move it */
    public record Assessed(Assessment assessment, long since) {}

    public String commitmentId() {
        return subject.commitmentId();
    }

    public String title() {
        return subject.title();
    }

    Watch with(Subject next) {
        return new Watch(next, lifeCycle, milestones, assessed, health, silence, indicators, reviews);
    }

    Watch with(LifeCycle next) {
        return new Watch(subject, next, milestones, assessed, health, silence, indicators, reviews);
    }

    Watch with(@Nullable Assessed next) {
        return new Watch(subject, lifeCycle, milestones, next, health, silence, indicators, reviews);
    }

    Watch with(Health next) {
        return new Watch(subject, lifeCycle, milestones, assessed, next, silence, indicators, reviews);
    }

    Watch with(@Nullable Silence next) {
        return new Watch(subject, lifeCycle, milestones, assessed, health, next, indicators, reviews);
    }

    Watch withMilestones(List<Milestone> next) {
        return new Watch(subject, lifeCycle, next, assessed, health, silence, indicators, reviews);
    }

    Watch withIndicators(List<Indicator> next) {
        return new Watch(subject, lifeCycle, milestones, assessed, health, silence, next, reviews);
    }

    Watch withReviews(List<Review> next) {
        return new Watch(subject, lifeCycle, milestones, assessed, health, silence, indicators, next);
    }

    Optional<Milestone> find(String milestoneId) {
        return milestones.stream().filter(one -> one.id().equals(milestoneId)).findFirst();
    }

    /** @throws IllegalArgumentException where the commitment has no such milestone */
    Milestone milestone(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("the commitment has no milestone " + id));
    }

    /** @throws IllegalArgumentException where the commitment has no such indicator */
    Indicator indicator(String id) {
        return indicators.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the commitment has no indicator " + id));
    }

    boolean isUnderWay() {
        return lifeCycle.status().isUnderWay();
    }

    /** The sequence of the event by which a milestone is overdue; null while it is not, or nothing is expected. */
    @Nullable
    Long overdueSince(Milestone milestone) {
        return milestone.is(State.OVERDUE) ? lifeCycle.matters(milestone.since()) : null;
    }

    /** The sequence of the event by which it is off track; null while it is not, or nothing is expected. */
    @Nullable
    Long offTrackSince() {
        return assessed != null && assessed.assessment() == Assessment.OFF_TRACK
                ? lifeCycle.matters(assessed.since())
                : null;
    }

    /** For people, where a milestone stands. */
    String standing(Milestone now) {
        return named(now)
                + switch (now.state()) {
                    case PLANNED -> " is due on " + Rule.day(now.due()) + " now.";
                    case OVERDUE -> " is overdue.";
                    case REACHED -> " has been reported reached.";
                    case VERIFIED -> " has been verified.";
                    case MISSED -> " is recorded as missed.";
                    case CANCELLED -> " has been cancelled.";
                };
    }

    /** For people, that nothing is expected of it now. */
    String atRest() {
        return "\"%s\" has been %s.".formatted(title(), lifeCycle.status().word());
    }

    CauseKey key(AlertRule rule, long since) {
        return new CauseKey(rule, commitmentId(), null, since);
    }

    CauseKey key(AlertRule rule, Milestone milestone, long since) {
        return new CauseKey(rule, commitmentId(), milestone.id(), since);
    }

    CauseKey key(AlertRule rule, Indicator indicator, long since) {
        return new CauseKey(rule, commitmentId(), null, indicator.id(), since, CauseKey.FIRST_STEP);
    }

    String named(Milestone milestone) {
        return "Milestone \"%s\" of \"%s\"".formatted(milestone.title(), title());
    }

    String named(Indicator indicator) {
        return "\"%s\" of \"%s\"".formatted(indicator.title(), title());
    }

    Cause cause(CauseKey key, Severity severity, String about, String sentence) {
        return new Cause(key, severity, about, subject.groupId(), subject.leadPartnerId(), sentence);
    }
}
