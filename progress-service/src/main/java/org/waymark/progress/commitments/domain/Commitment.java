package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A partner's promise and how far it has come. Immutable: {@link Deciding} turns a command into events, {@link Folding}
 * turns an event into the next state.
 *
 * <p>Deadlines are whole days in the commitment's time zone: a milestone is overdue when the day after its due date
 * begins there.
 *
 * @param suspendedFrom where it goes on once it is resumed; null unless it is suspended
 * @param stances how its partners have seen it, the last word first, at most {@link Stance#KEPT}
 * @param reviews updates that may still be verified or returned, the oldest first
 * @param submittedAt when it was recorded
 * @param heard when a partner last reported, or submitted it
 */
public record Commitment(
        Promise promise,
        Status status,
        @Nullable Status suspendedFrom,
        List<Milestone> milestones,
        List<Indicator> indicators,
        List<Review> reviews,
        List<Stance> stances,
        Instant submittedAt,
        Instant heard,
        Health health) {

    public Commitment {
        milestones = List.copyOf(milestones);
        indicators = List.copyOf(indicators);
        reviews = List.copyOf(reviews);
        stances = List.copyOf(stances);
    }

    /**
     * How an update sees it.
     *
     * @param update null where an earlier version of this service did not keep which
     */
    public record Stance(@Nullable UpdateId update, Assessment assessment) {

        static final int KEPT = 5;
    }

    /** How the partner sees it itself, by its last word that was not taken back; null where it has not said. */
    public @Nullable Assessment assessment() {
        return stances.isEmpty() ? null : stances.getFirst().assessment();
    }

    /** The day it is then where the commitment is at home. */
    public LocalDate day(Instant instant) {
        return instant.atZone(promise.timeZone()).toLocalDate();
    }

    Optional<Milestone> milestone(MilestoneId id) {
        return milestones.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<Indicator> indicator(IndicatorId id) {
        return indicators.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What may still be said of that update; nothing where it cannot be reviewed any more. */
    public Optional<Review> review(UpdateId id) {
        return reviews.stream().filter(one -> one.update().equals(id)).findFirst();
    }

    /** The ids of all organizations that have a part in it, or whose word may still be reviewed. */
    public Set<PartnerId> organizations() {
        Set<PartnerId> all = new HashSet<>(promise.supporting());
        all.add(promise.lead());
        reviews.forEach(one -> all.add(one.author()));
        milestones.stream().map(Milestone::claim).filter(Objects::nonNull).forEach(claim -> all.add(claim.by()));
        return all;
    }

    /** Whether anything of that update still stands. */
    boolean knows(UpdateId id) {
        return review(id).isPresent()
                || stances.stream().anyMatch(one -> id.equals(one.update()))
                || milestones.stream()
                        .anyMatch(one ->
                                one.claim() != null && one.claim().update().equals(id))
                || indicators.stream().anyMatch(one -> one.tells(id));
    }

    Commitment with(Promise next) {
        return new Commitment(
                next, status, suspendedFrom, milestones, indicators, reviews, stances, submittedAt, heard, health);
    }

    Commitment with(Status next, @Nullable Status from) {
        return new Commitment(
                promise, next, from, milestones, indicators, reviews, stances, submittedAt, heard, health);
    }

    Commitment withMilestones(List<Milestone> next) {
        return new Commitment(
                promise, status, suspendedFrom, next, indicators, reviews, stances, submittedAt, heard, health);
    }

    Commitment withMilestone(MilestoneId id, UnaryOperator<Milestone> change) {
        return withMilestones(milestones.stream()
                .map(one -> one.id().equals(id) ? change.apply(one) : one)
                .toList());
    }

    Commitment withIndicators(List<Indicator> next) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, next, reviews, stances, submittedAt, heard, health);
    }

    Commitment withIndicator(IndicatorId id, UnaryOperator<Indicator> change) {
        return withIndicators(indicators.stream()
                .map(one -> one.id().equals(id) ? change.apply(one) : one)
                .toList());
    }

    Commitment withReviews(List<Review> next) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, indicators, next, stances, submittedAt, heard, health);
    }

    Commitment withStances(List<Stance> next) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, indicators, reviews, next, submittedAt, heard, health);
    }

    Commitment heardAt(Instant at) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, indicators, reviews, stances, submittedAt, at, health);
    }

    Commitment with(Health next) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, indicators, reviews, stances, submittedAt, heard, next);
    }
}
