package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.dashboard.domain.CardFixture.UNKNOWN;
import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.actual;
import static org.waymark.progress.dashboard.domain.CardFixture.noonOf;
import static org.waymark.progress.dashboard.domain.CardFixture.reached;
import static org.waymark.progress.dashboard.domain.CardFixture.year;
import static org.waymark.progress.dashboard.domain.EventFixture.update;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneCancelled;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneMissed;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneVerified;

class ProgressTest {

    private static final LocalDate END_OF_2026 = LocalDate.of(2026, 12, 31);

    @Test
    void is_the_weighted_share_of_milestones_reached() {
        Card card = aCard().milestone("light", "2026-02-01", 1)
                .milestone("heavy", "2026-03-01", 3)
                .card();

        assertThat(Progress.of(card, END_OF_2026)).isEqualTo(selfReported("0"));
        assertThat(Progress.of(after(card, "heavy"), END_OF_2026)).isEqualTo(selfReported("0.75"));
        assertThat(Progress.of(after(after(card, "heavy"), "light"), END_OF_2026))
                .isEqualTo(selfReported("1"));
    }

    @Test
    void is_shown_with_four_digits() {
        Card card = aCard().milestone("m1", "2026-02-01", 1)
                .milestone("m2", "2026-02-01", 1)
                .milestone("m3", "2026-02-01", 1)
                .card();

        assertThat(Progress.of(after(card, "m1"), END_OF_2026)).isEqualTo(selfReported("0.3333"));
    }

    @Test
    void goes_by_milestones_alone_where_there_are_any() {
        Card card = aCard().milestone("m1", "2026-02-01", 1)
                .indicator("unit", "0", year(2026, "100", "100"))
                .card();

        assertThat(Progress.of(card, END_OF_2026).selfReported()).isEqualByComparingTo("0");
    }

    @ParameterizedTest(name = "from {0} to {1}, at {2}: {3}")
    @CsvSource({
        "0,   100, 42,  0.42",
        "50,  100, 75,  0.5",
        ",    100, 25,  0.25",
        "0,   100, 130, 1",
        "50,  100, 20,  0",
        "100, 20,  60,  0.5",
        "100, 20,  10,  1",
        "100, 20,  120, 0",
        "-10, 10,  0,   0.5",
        "0,   3,   1,   0.3333",
        "0,   100, 0,   0",
    })
    void is_the_share_of_the_way_from_baseline_to_target(
            @Nullable String baseline, String target, String actual, BigDecimal share) {
        Card card =
                aCard().indicator("unit", baseline, year(2026, target, actual)).card();

        assertThat(Progress.of(card, END_OF_2026).selfReported()).isEqualByComparingTo(share);
    }

    @Test
    void is_the_mean_over_indicators_whose_share_is_known() {
        Card card = aCard().indicator("unit", "0", year(2026, "100", "20"))
                .indicator("percentage", "0", year(2026, "100", "80"))
                .indicator("unit", "0", year(2026, "100", null))
                .indicator("qualitative", null, year(2026, null, null))
                .indicator("ordinal", "0", year(2026, "10", "10"))
                .card();

        assertThat(Progress.of(card, END_OF_2026).selfReported()).isEqualByComparingTo("0.5");
    }

    @Test
    void goes_by_the_latest_period_that_is_due() {
        Card card = aCard().indicator(
                        "unit", "0", year(2027, "100", "90"), year(2025, "100", "10"), year(2026, "100", "60"))
                .card();

        assertThat(Progress.of(card, END_OF_2026.minusDays(1)).selfReported()).isEqualByComparingTo("0.1");
        assertThat(Progress.of(card, END_OF_2026).selfReported()).isEqualByComparingTo("0.6");
        assertThat(Progress.of(card, LocalDate.of(2028, 1, 1)).selfReported()).isEqualByComparingTo("0.9");
    }

    @Test
    void is_unknown_without_target_without_actual_without_a_way_to_go_or_before_anything_is_due() {
        assertUnknown(aCard().indicator("unit", "0", year(2026, null, "5")).card());
        assertUnknown(aCard().indicator("unit", "0", year(2026, "5", null)).card());
        assertUnknown(aCard().indicator("unit", "5.0", year(2026, "5", "5")).card());
        assertUnknown(aCard().indicator("unit", "0", year(2027, "5", "5")).card());
        assertUnknown(aCard().indicator("unit", "0").card());
        assertUnknown(aCard().card());
    }

    @Test
    void verified_is_the_weighted_share_that_is_verified() {
        Card card = aCard().milestone("light", "2026-02-01", 1)
                .milestone("heavy", "2026-03-01", 3)
                .card();
        Card claimed = after(after(card, "heavy"), "light");

        Card verified = happened(claimed, new MilestoneVerified("light", UNKNOWN));

        assertThat(Progress.of(verified, END_OF_2026)).isEqualTo(new Progress(BigDecimal.ONE, new BigDecimal("0.25")));
    }

    @Test
    void leaves_out_what_is_cancelled_and_keeps_what_is_missed() {
        Card card = aCard().milestone("m1", "2026-02-01", 1)
                .milestone("m2", "2026-02-01", 1)
                .milestone("m3", "2026-02-01", 2)
                .card();
        Card reached = after(card, "m1");

        Card missed = happened(reached, new MilestoneMissed("m3", UNKNOWN));
        Card cancelled = happened(reached, new MilestoneCancelled("m3", UNKNOWN));

        assertThat(Progress.of(missed, END_OF_2026)).isEqualTo(selfReported("0.25"));
        assertThat(Progress.of(cancelled, END_OF_2026)).isEqualTo(selfReported("0.5"));
    }

    @Test
    void is_unknown_where_every_milestone_is_cancelled() {
        Card card = aCard().milestone("m1", "2026-02-01", 1)
                .indicator("unit", "0", year(2026, "100", "50"))
                .card();

        assertUnknown(happened(card, new MilestoneCancelled("m1", UNKNOWN)));
    }

    @Test
    void of_indicators_is_self_reported_and_verified_apart() {
        Card card = aCard().indicator("unit", "0", year(2026, "100", "50"))
                .indicator("unit", "0", year(2025, "100", "70"))
                .card();
        assertThat(Progress.of(card, END_OF_2026)).isEqualTo(new Progress(new BigDecimal("0.6"), null));

        Card verified =
                happened(card, update("u1").measuring(actual("p2026", "40")).verified());

        assertThat(Progress.of(verified, END_OF_2026))
                .isEqualTo(new Progress(new BigDecimal("0.6"), new BigDecimal("0.4")));
    }

    @ParameterizedTest(name = "less is better, from {0} to {1}, at {2}: {3}")
    @CsvSource({
        "100, 20, 60, 0.5",
        "100, 20, 20, 1",
        ",    20, 20, 1",
        ",    20, 12, 1",
        ",    20, 21,",
        ",    0,  0,  1",
    })
    void of_what_is_to_fall_is_unknown_without_a_baseline_until_its_target_is_met(
            @Nullable String baseline, String target, String actual, @Nullable BigDecimal share) {
        Card card = aCard().indicator("unit", false, baseline, year(2026, target, actual))
                .card();

        BigDecimal selfReported = Progress.of(card, END_OF_2026).selfReported();

        if (share == null) {
            assertThat(selfReported).isNull();
        } else {
            assertThat(selfReported).isEqualByComparingTo(share);
        }
    }

    private static void assertUnknown(Card card) {
        assertThat(Progress.of(card, END_OF_2026)).isEqualTo(new Progress(null, null));
    }

    private static Progress selfReported(String share) {
        return new Progress(new BigDecimal(share), BigDecimal.ZERO);
    }

    private static Card after(Card card, String milestone) {
        return happened(
                card, update("u1").claiming(reached(milestone, "2026-02-01")).reported());
    }

    private static Card happened(Card card, CommitmentEvents event) {
        return CardFold.apply(card, event, noonOf("2026-02-01"));
    }
}
