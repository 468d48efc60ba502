package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.progress.dashboard.domain.CardFixture.ON_TRACK;
import static org.waymark.progress.dashboard.domain.CardFixture.OVERDUE;
import static org.waymark.progress.dashboard.domain.CardFixture.UNKNOWN;
import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.actual;
import static org.waymark.progress.dashboard.domain.CardFixture.noonOf;
import static org.waymark.progress.dashboard.domain.CardFixture.reached;
import static org.waymark.progress.dashboard.domain.CardFixture.year;
import static org.waymark.progress.dashboard.domain.EventFixture.added;
import static org.waymark.progress.dashboard.domain.EventFixture.overdue;
import static org.waymark.progress.dashboard.domain.EventFixture.update;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.dashboard.domain.CommitmentEvents.ActualCorrected;
import org.waymark.progress.dashboard.domain.CommitmentEvents.HealthChanged;
import org.waymark.progress.dashboard.domain.CommitmentEvents.HealthOverridden;
import org.waymark.progress.dashboard.domain.CommitmentEvents.IndicatorAdded;
import org.waymark.progress.dashboard.domain.CommitmentEvents.NewIndicator;
import org.waymark.progress.dashboard.domain.CommitmentEvents.OverrideLifted;
import org.waymark.progress.dashboard.domain.CommitmentEvents.PeriodAdded;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Revised;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Silent;
import org.waymark.progress.dashboard.domain.CommitmentEvents.StatusChanged;
import org.waymark.progress.dashboard.domain.CommitmentEvents.UpdateReturned;
import org.waymark.progress.dashboard.domain.Indicator.Period;

/** What becomes of the card; what becomes of its milestones is in {@link MilestoneTest}. */
class CardFoldTest {

    private static final Instant RECORDED = noonOf("2026-03-01");
    private static final LocalDate SUBMITTED = LocalDate.of(2026, 1, 10);
    private static final LocalDate GROWN = LocalDate.of(2026, 3, 1);

    private final Card card = aCard().milestone("m1", "2026-02-15", 2)
            .milestone("m2", "2026-06-30", 1)
            .indicator("unit", "10", year(2026, "100", null), year(2027, "200", "5"))
            .card();

    @Test
    void a_submission_makes_a_card_that_counts_from_the_day_it_was_recorded() {
        assertThat(card.promise())
                .isEqualTo(new Card.Promise(
                        "Corridors",
                        "iom",
                        List.of("unicef"),
                        new Card.Place("default", null, null),
                        new Card.Reach("country", List.of("SLV", "HND"), List.of(), List.of("8.7")),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 12, 31)));
        assertThat(card.status()).isEqualTo("submitted");
        assertThat(card.health()).isEqualTo(UNKNOWN);
        assertThat(card.milestones().getFirst())
                .isEqualTo(new Milestone(
                        "m1",
                        "Milestone m1",
                        2,
                        new Schedule(LocalDate.of(2026, 2, 15), LocalDate.of(2026, 2, 15), SUBMITTED, 0, 0),
                        Milestone.State.PLANNED,
                        null,
                        false,
                        null,
                        List.of(),
                        SUBMITTED));
        assertThat(card.indicators())
                .containsExactly(new Indicator(
                        "i0",
                        "Indicator",
                        "unit",
                        true,
                        new BigDecimal("10"),
                        List.of(period(2026, "100", null, SUBMITTED), period(2027, "200", "5", SUBMITTED)),
                        SUBMITTED));
        assertThat(card.updates()).isEqualTo(Updates.NONE);
        assertThat(card.submittedOn()).isEqualTo(SUBMITTED);
        assertThat(card.changedAt()).isEqualTo(noonOf("2026-01-10"));
    }

    @Test
    void a_submission_says_where_in_the_work_plan_it_stands_and_in_which_regions() {
        Card placed =
                aCard().inWorkstream("Fair recruitment").inRegions("013", "419").card();

        assertThat(placed.promise().place()).isEqualTo(new Card.Place("default", "Fair recruitment", 2026));
        assertThat(placed.promise().reach().regions()).containsExactly("013", "419");
    }

    @Test
    void an_update_counts_and_is_the_last_one() {
        Card after = then(card, update("u1").leaving(ON_TRACK).reported());

        assertThat(after.health()).isEqualTo(ON_TRACK);
        assertThat(after.updates())
                .isEqualTo(new Updates(Map.of("iom", 1L), 0, 0, last("u1", "on-track", 1, "submitted")));
        assertThat(after.changedAt()).isEqualTo(RECORDED);
    }

    @Test
    void an_update_submitted_again_is_no_new_one_and_is_the_last_that_was_said() {
        Card after = then(
                card,
                update("u1").reported(),
                update("u2").reported(),
                update("u1").returned(),
                update("u1").again(2));

        assertThat(after.updates())
                .isEqualTo(new Updates(Map.of("iom", 2L), 1, 0, last("u1", "at-risk", 2, "submitted")));
    }

    @Test
    void a_review_shows_on_the_last_update_only_where_it_is_of_that_one() {
        Card two = then(card, update("u1").reported(), update("u2").reported());

        Card older = then(two, update("u1").returned(), update("u1").answered());
        Card latest = then(two, update("u2").verified());

        assertThat(older.updates())
                .isEqualTo(new Updates(Map.of("iom", 2L), 1, 0, last("u2", "on-track", 1, "submitted")));
        assertThat(latest.updates())
                .isEqualTo(new Updates(Map.of("iom", 2L), 0, 1, last("u2", "on-track", 1, "verified")));
    }

    @Test
    void a_value_replaces_the_one_before_and_words_leave_it() {
        Card once = then(card, update("u1").measuring(actual("p2026", "40")).reported());
        Card inWords = then(once, update("u2").measuring(actual("p2026", null)).reported());
        Card twice = then(inWords, update("u3").measuring(actual("p2026", "42")).reported());

        assertThat(values(once, Period::said)).containsExactly(new BigDecimal("40"), new BigDecimal("5"));
        assertThat(values(inWords, Period::said)).isEqualTo(values(once, Period::said));
        assertThat(values(twice, Period::said)).containsExactly(new BigDecimal("42"), new BigDecimal("5"));
    }

    @Test
    void a_value_taken_back_falls_to_the_one_before_or_to_none() {
        Card said = then(
                card,
                update("u1")
                        .measuring(actual("p2026", "40"), actual("p2027", "9"))
                        .reported());

        Card again = then(
                said,
                update("u1").backTo(actual("p2026", null), actual("p2027", "5")).again(2));

        assertThat(values(again, Period::said)).containsExactly(null, new BigDecimal("5"));
    }

    @Test
    void a_correction_puts_another_value_or_none_in_place_of_the_reported_one() {
        Card corrected = then(card, new ActualCorrected(actual("p2027", "7"), UNKNOWN));
        Card inWords = then(card, new ActualCorrected(actual("p2027", null), UNKNOWN));

        assertThat(values(corrected, Period::said)).containsExactly(null, new BigDecimal("7"));
        assertThat(values(inWords, Period::said)).containsExactly(null, null);
    }

    @Test
    void a_verified_value_stands_beside_the_reported_one() {
        Card said = then(card, update("u1").measuring(actual("p2026", "40")).reported());

        Card after = then(said, update("u1").measuring(actual("p2026", "38")).verified());

        assertThat(values(after, Period::said)).isEqualTo(values(said, Period::said));
        assertThat(values(after, Period::verified)).containsExactly(new BigDecimal("38"), null);
    }

    @Test
    void a_plan_may_grow() {
        NewIndicator second = new NewIndicator("i1", "Second", "percentage", false, null, List.of());

        Card after = then(
                card,
                added("m3", "2026-09-30"),
                new IndicatorAdded(second, UNKNOWN),
                new PeriodAdded("i1", year(2028, "3", null), UNKNOWN));

        assertThat(after.milestones()).extracting(Milestone::id).containsExactly("m1", "m2", "m3");
        assertThat(after.milestones().getLast().addedOn()).isEqualTo("2026-03-01");
        assertThat(after.indicators())
                .containsExactly(
                        card.indicators().getFirst(),
                        new Indicator(
                                "i1",
                                "Second",
                                "percentage",
                                false,
                                null,
                                List.of(period(2028, "3", null, GROWN)),
                                GROWN));
    }

    @Test
    void a_revision_changes_the_promise_and_nothing_else() {
        Card reported = then(
                card,
                update("u1")
                        .claiming(reached("m1", "2026-02-10"))
                        .leaving(ON_TRACK)
                        .reported());

        Card after = CardFold.apply(
                reported,
                new Revised("Safe corridors", LocalDate.of(2026, 1, 5), null, List.of("ilo"), OVERDUE),
                noonOf("2026-03-02"));

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("promise", "health", "changedAt")
                .isEqualTo(reported);
        assertThat(after.promise())
                .isEqualTo(new Card.Promise(
                        "Safe corridors",
                        "iom",
                        List.of("ilo"),
                        card.promise().place(),
                        card.promise().reach(),
                        LocalDate.of(2026, 1, 5),
                        null));
        assertThat(after.health()).isEqualTo(OVERDUE);
        assertThat(after.changedAt()).isEqualTo(noonOf("2026-03-02"));
    }

    @Test
    void an_earlier_revision_leaves_health_and_supporters_as_they_were() {
        Card reported = then(card, update("u1").leaving(ON_TRACK).reported());

        Card after = then(reported, new Revised("Safe corridors", LocalDate.of(2026, 1, 5), null, null, null));

        assertThat(after.health()).isEqualTo(ON_TRACK);
        assertThat(after.promise().supporting()).containsExactly("unicef");
    }

    @Test
    void it_moves_on_in_its_life() {
        assertThat(then(card, new StatusChanged("endorsed", ON_TRACK)).status()).isEqualTo("endorsed");
    }

    @Test
    void health_is_what_the_last_event_says_with_a_co_chairs_view_while_it_stands() {
        Card.Health view = new Card.Health(
                "off-track", List.of(), new Card.Health.Override("on-track", LocalDate.of(2026, 12, 31)));
        Card.Health silent = new Card.Health("at-risk", List.of("silent"), null);

        Card overridden = then(card, new HealthOverridden(view));

        assertThat(overridden.health()).isEqualTo(view);
        assertThat(then(overridden, new OverrideLifted(ON_TRACK)).health()).isEqualTo(ON_TRACK);
        assertThat(then(overridden, new HealthChanged(ON_TRACK)).health()).isEqualTo(ON_TRACK);
        assertThat(then(overridden, new Silent(silent)).health()).isEqualTo(silent);
    }

    @Test
    void nothing_stands_before_the_submission_and_no_submission_comes_twice() {
        assertThatThrownBy(() -> CardFold.apply(null, overdue("m1", "2026-02-15"), RECORDED))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> then(card, aCard().event())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_leaves_out_what_totals_and_rows_are_made_of_is_refused() {
        assertThatThrownBy(() -> then(card, new HealthChanged(nothing()))).hasMessage("health");
        assertThatThrownBy(() -> then(card, new StatusChanged(nothing(), UNKNOWN)))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> then(card, new UpdateReturned(nothing(), UNKNOWN, "ilo")))
                .hasMessage("updateId");
        assertThatThrownBy(() -> then(card, new UpdateReturned("u1", UNKNOWN, nothing())))
                .hasMessage("organizationId");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // as a lenient reading would leave it
    private static <T> T nothing() {
        return null;
    }

    private static Card then(Card before, CommitmentEvents... events) {
        Card card = before;
        for (CommitmentEvents event : events) {
            card = CardFold.apply(card, event, RECORDED);
        }
        return card;
    }

    private static Updates.Last last(String id, String assessment, int revision, String status) {
        return new Updates.Last(id, "iom", RECORDED, LocalDate.of(2026, 2, 1), assessment, revision, status);
    }

    private static Period period(int year, @Nullable String target, @Nullable String actual, LocalDate added) {
        return Period.planned(year(year, target, actual), added);
    }

    private static List<@Nullable BigDecimal> values(Card card, Function<Period, Series> value) {
        List<@Nullable BigDecimal> found = new ArrayList<>();
        card.indicators()
                .getFirst()
                .periods()
                .forEach(period -> found.add(value.apply(period).last()));
        return found;
    }
}
