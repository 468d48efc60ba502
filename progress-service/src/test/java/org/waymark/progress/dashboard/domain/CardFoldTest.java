package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.progress.dashboard.domain.CardFixture.ON_TRACK;
import static org.waymark.progress.dashboard.domain.CardFixture.OVERDUE;
import static org.waymark.progress.dashboard.domain.CardFixture.UNKNOWN;
import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.anUpdate;
import static org.waymark.progress.dashboard.domain.CardFixture.measured;
import static org.waymark.progress.dashboard.domain.CardFixture.noonOf;
import static org.waymark.progress.dashboard.domain.CardFixture.overdue;
import static org.waymark.progress.dashboard.domain.CardFixture.reached;
import static org.waymark.progress.dashboard.domain.CardFixture.year;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Actual;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Revised;

class CardFoldTest {

    private static final Instant RECORDED = noonOf("2026-03-01");

    private final Card card = aCard().milestone("m1", "2026-02-15", 2)
            .milestone("m2", "2026-06-30", 1)
            .indicator("unit", "10", year(2026, "100", null), year(2027, "200", "5"))
            .card();

    @Test
    void a_submission_makes_a_card_that_counts_from_the_day_it_was_recorded() {
        assertThat(card)
                .isEqualTo(new Card(
                        "Corridors",
                        "iom",
                        List.of("unicef"),
                        "default",
                        "country",
                        List.of("SLV", "HND"),
                        List.of("8.7"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        "submitted",
                        UNKNOWN,
                        List.of(
                                new Card.Milestone("m1", "Milestone m1", LocalDate.of(2026, 2, 15), 2, null, null),
                                new Card.Milestone("m2", "Milestone m2", LocalDate.of(2026, 6, 30), 1, null, null)),
                        List.of(new Card.Indicator(
                                "i0",
                                "Indicator",
                                "unit",
                                true,
                                new BigDecimal("10"),
                                List.of(
                                        new Card.Period(
                                                "p2026",
                                                LocalDate.of(2026, 1, 1),
                                                LocalDate.of(2026, 12, 31),
                                                new BigDecimal("100"),
                                                null),
                                        new Card.Period(
                                                "p2027",
                                                LocalDate.of(2027, 1, 1),
                                                LocalDate.of(2027, 12, 31),
                                                new BigDecimal("200"),
                                                new BigDecimal("5"))))),
                        LocalDate.of(2026, 1, 10),
                        0,
                        null,
                        noonOf("2026-01-10")));
    }

    @Test
    void an_update_reaches_milestones_counts_and_is_the_last_one() {
        Card after = CardFold.apply(card, anUpdate(ON_TRACK, reached("m1", "2026-02-10")), RECORDED);

        assertThat(after.milestones()).extracting(Card.Milestone::on).containsExactly(LocalDate.of(2026, 2, 10), null);
        assertThat(after.health()).isEqualTo(ON_TRACK);
        assertThat(after.updates()).isEqualTo(1);
        assertThat(after.lastUpdate())
                .isEqualTo(new Card.LastUpdate("u1", "iom", RECORDED, LocalDate.of(2026, 2, 1), "on-track"));
        assertThat(after.changedAt()).isEqualTo(RECORDED);
    }

    @Test
    void a_value_replaces_the_one_before_and_words_leave_it() {
        Card once = CardFold.apply(card, measured(new Actual("i0", "p2026", new BigDecimal("40"))), RECORDED);
        Card inWords = CardFold.apply(once, measured(new Actual("i0", "p2026", null)), RECORDED);
        Card twice = CardFold.apply(inWords, measured(new Actual("i0", "p2026", new BigDecimal("42"))), RECORDED);

        assertThat(actuals(once)).containsExactly(new BigDecimal("40"), new BigDecimal("5"));
        assertThat(actuals(inWords)).isEqualTo(actuals(once));
        assertThat(actuals(twice)).containsExactly(new BigDecimal("42"), new BigDecimal("5"));
    }

    @Test
    void an_overdue_milestone_is_so_from_the_day_after_it_was_due() {
        Card after = CardFold.apply(card, overdue("m1", "2026-02-15"), RECORDED);

        assertThat(after.milestones())
                .extracting(Card.Milestone::overdueOn)
                .containsExactly(LocalDate.of(2026, 2, 16), null);
        assertThat(after.health()).isEqualTo(OVERDUE);
        assertThat(after.updates()).isZero();
    }

    @Test
    void reaching_it_late_keeps_the_days_it_was_overdue() {
        Card late = CardFold.apply(card, overdue("m1", "2026-02-15"), RECORDED);

        Card after = CardFold.apply(late, anUpdate(ON_TRACK, reached("m1", "2026-02-28")), RECORDED);

        assertThat(after.milestones().getFirst())
                .isEqualTo(new Card.Milestone(
                        "m1",
                        "Milestone m1",
                        LocalDate.of(2026, 2, 15),
                        2,
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 2, 16)));
    }

    @Test
    void a_revision_changes_the_promise_and_nothing_else() {
        Card reported = CardFold.apply(card, anUpdate(ON_TRACK, reached("m1", "2026-02-10")), RECORDED);

        Card after = CardFold.apply(
                reported, new Revised("Safe corridors", LocalDate.of(2026, 1, 5), null), noonOf("2026-03-02"));

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("title", "start", "end", "changedAt")
                .isEqualTo(reported);
        assertThat(after.title()).isEqualTo("Safe corridors");
        assertThat(after.start()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(after.end()).isNull();
        assertThat(after.changedAt()).isEqualTo(noonOf("2026-03-02"));
    }

    @Test
    void nothing_stands_before_the_submission_and_no_submission_comes_twice() {
        assertThatThrownBy(() -> CardFold.apply(null, overdue("m1", "2026-02-15"), RECORDED))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> CardFold.apply(card, aCard().event(), RECORDED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<@Nullable BigDecimal> actuals(Card card) {
        List<@Nullable BigDecimal> found = new ArrayList<>();
        card.indicators().getFirst().periods().forEach(period -> found.add(period.actual()));
        return found;
    }
}
