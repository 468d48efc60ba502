package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        @Nullable Assessment assessment,
        Instant submittedAt,
        Instant heard,
        Health health) {

    public Commitment {
        milestones = List.copyOf(milestones);
        indicators = List.copyOf(indicators);
        reviews = List.copyOf(reviews);
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

    Optional<Review> review(UpdateId id) {
        return reviews.stream().filter(one -> one.update().equals(id)).findFirst();
    }

    Commitment with(Promise next) {
        return new Commitment(
                next, status, suspendedFrom, milestones, indicators, reviews, assessment, submittedAt, heard, health);
    }

    Commitment with(Status next, @Nullable Status from) {
        return new Commitment(
                promise, next, from, milestones, indicators, reviews, assessment, submittedAt, heard, health);
    }

    Commitment withMilestones(List<Milestone> next) {
        return new Commitment(
                promise, status, suspendedFrom, next, indicators, reviews, assessment, submittedAt, heard, health);
    }

    Commitment withMilestone(MilestoneId id, UnaryOperator<Milestone> change) {
        return withMilestones(milestones.stream()
                .map(one -> one.id().equals(id) ? change.apply(one) : one)
                .toList());
    }

    Commitment withIndicators(List<Indicator> next) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, next, reviews, assessment, submittedAt, heard, health);
    }

    Commitment withIndicator(IndicatorId id, UnaryOperator<Indicator> change) {
        return withIndicators(indicators.stream()
                .map(one -> one.id().equals(id) ? change.apply(one) : one)
                .toList());
    }

    Commitment withReviews(List<Review> next) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, indicators, next, assessment, submittedAt, heard, health);
    }

    /** A partner reported: what it thinks, where it says so, and when it was heard. */
    Commitment heard(@Nullable Assessment said, Instant at) {
        return new Commitment(
                promise,
                status,
                suspendedFrom,
                milestones,
                indicators,
                reviews,
                said == null ? assessment : said,
                submittedAt,
                at,
                health);
    }

    Commitment with(Health next) {
        return new Commitment(
                promise, status, suspendedFrom, milestones, indicators, reviews, assessment, submittedAt, heard, next);
    }
}
