package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.waymark.progress.commitments.domain.Milestone.State;

/** What is true of every commitment, and of every step from one state to the next. */
final class LegalStates {

    private static final Set<State> CLAIMED = Set.of(State.REACHED, State.VERIFIED);
    private static final Set<State> FINAL = Set.of(State.VERIFIED, State.MISSED, State.CANCELLED);

    private LegalStates() {}

    static void check(Commitment before, Commitment after, String when) {
        after.milestones().forEach(one -> check(one, when));
        before.milestones().forEach(one -> check(one, after.milestone(one.id()).orElseThrow(), when));
        assertThat(after.reviews()).as(when).hasSizeLessThanOrEqualTo(Review.KEPT);
        assertThat(after.reviews().stream().map(Review::update)).as(when).doesNotHaveDuplicates();
        assertThat(after.suspendedFrom() == null || after.status() == Status.SUSPENDED)
                .as(when)
                .isTrue();
        assertThat(after.heard()).as(when).isAfterOrEqualTo(before.heard());
        assertThat(after.submittedAt()).as(when).isEqualTo(before.submittedAt());
        assertThat(after.promise().lead()).as(when).isEqualTo(before.promise().lead());
        assertThat(after.promise().group()).as(when).isEqualTo(before.promise().group());
        assertThat(after.health().reasons()).as(when).doesNotHaveDuplicates();
        assertThat(after.health().reasons().isEmpty()
                        || after.health().computed().compareTo(Health.State.ON_TRACK) > 0)
                .as(when)
                .isTrue();
        checkValues(before, after, when);
    }

    private static void check(Milestone one, String when) {
        assertThat(one.claim() != null).as(when).isEqualTo(CLAIMED.contains(one.state()));
        assertThat(!one.overdue() || one.isOpen()).as(when).isTrue();
        assertThat(one.slippedDays()).as(when).isGreaterThanOrEqualTo(one.slips());
        assertThat(one.slips() > 0 || !one.due().isAfter(one.originalDue()))
                .as(when)
                .isTrue();
    }

    private static void check(Milestone before, Milestone after, String when) {
        assertThat(after.originalDue()).as(when).isEqualTo(before.originalDue());
        assertThat(after.slips()).as(when).isGreaterThanOrEqualTo(before.slips());
        if (FINAL.contains(before.state())) {
            assertThat(after).as(when).isEqualTo(before);
        }
    }

    /** A verified value is never lost, and a value in words stands only where words are asked for. */
    private static void checkValues(Commitment before, Commitment after, String when) {
        for (Indicator indicator : after.indicators()) {
            Indicator earlier = before.indicator(indicator.id()).orElse(indicator);
            for (Indicator.Period period : indicator.periods()) {
                Indicator.Statement actual = period.actual();
                if (actual != null && indicator.measure().isQuantitative()) {
                    assertThat(actual.value()).as(when).isInstanceOf(Value.Quantity.class);
                }
                boolean wasVerified = earlier.period(period.id())
                        .map(Indicator.Period::verified)
                        .isPresent();
                assertThat(!wasVerified || period.verified() != null).as(when).isTrue();
            }
        }
    }
}
