package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionGroupTest {

    private static final PartnerId IOM = new PartnerId(new UUID(0, 1));
    private static final PartnerId UNICEF = new PartnerId(new UUID(0, 2));

    private static ActionGroup aGroup() {
        return new ActionGroup("Migration Action Group", true, 2, List.of(), List.of());
    }

    private static CoChair aTerm(PartnerId partner, String from, @Nullable String to) {
        return new CoChair(partner, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    @Test
    void is_led_by_two_partners_at_once() {
        List<CoChair> both = List.of(aTerm(IOM, "2026-01-01", null), aTerm(UNICEF, "2026-01-01", null));

        assertThat(aGroup().appoint(both))
                .containsExactly(new ActionGroupEvent.Changed(
                        new ActionGroup("Migration Action Group", true, 2, both, List.of())));
    }

    @Test
    void lets_a_partner_lead_again_after_its_term() {
        List<CoChair> again = List.of(aTerm(IOM, "2026-01-01", "2026-12-31"), aTerm(IOM, "2027-01-01", null));

        assertThat(aGroup().appoint(again)).hasSize(1);
    }

    @Test
    void refuses_a_term_that_ends_before_it_begins() {
        List<CoChair> backwards = List.of(aTerm(IOM, "2026-01-01", null), aTerm(UNICEF, "2026-02-01", "2026-01-31"));

        assertThatThrownBy(() -> aGroup().appoint(backwards))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("coChairs[1].to"));
    }

    @Test
    void refuses_terms_of_one_partner_that_overlap_by_a_day() {
        List<CoChair> overlapping = List.of(aTerm(IOM, "2026-01-01", "2026-12-31"), aTerm(IOM, "2026-12-31", null));

        assertThatThrownBy(() -> aGroup().appoint(overlapping))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("coChairs[1].from"));
    }

    @Test
    void says_nothing_when_its_name_stays() {
        assertThat(aGroup().describe("Migration Action Group", 2)).isEmpty();
    }

    @Test
    void stays_the_default_under_another_name() {
        assertThat(aGroup().describe("Migration Group", 2))
                .containsExactly(new ActionGroupEvent.Changed(
                        new ActionGroup("Migration Group", true, 2, List.of(), List.of())));
    }

    @Test
    void has_one_plan_a_year_in_a_workstream() {
        List<WorkPlan> plans = List.of(new WorkPlan(2026, "One", null), new WorkPlan(2026, "Other", null));

        assertThatThrownBy(() -> new Workstream("supply-chains", "Supply chains", plans))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("plans[1].year"));
    }

    @Test
    void tells_its_workstreams_apart() {
        List<Workstream> twice = List.of(
                new Workstream("supply-chains", "Supply chains", List.of()),
                new Workstream("supply-chains", "Chains of supply", List.of()));

        assertThatThrownBy(() -> aGroup().organize(twice))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("workstreams[1].id"));
    }

    @Test
    void shows_a_seat_that_fell_vacant_and_since_when() {
        ActionGroup group = led(aTerm(IOM, "2026-01-01", "2026-06-30"), aTerm(UNICEF, "2026-01-01", "2027-12-31"));

        assertThat(Seats.of(group, LocalDate.parse("2026-06-30")))
                .isEqualTo(seats("2026-06-30", List.of(IOM, UNICEF), 0, null, "2026-06-30"));
        assertThat(Seats.of(group, LocalDate.parse("2026-09-01")))
                .isEqualTo(seats("2026-09-01", List.of(UNICEF), 1, "2026-07-01", "2027-12-31"));
        assertThat(Seats.of(group, LocalDate.parse("2028-03-01")))
                .isEqualTo(seats("2028-03-01", List.of(), 2, "2026-07-01", null));
    }

    @Test
    void counts_a_vacancy_from_the_last_day_on_which_all_seats_were_held() {
        ActionGroup group = led(
                aTerm(IOM, "2026-01-01", "2026-03-31"),
                aTerm(UNICEF, "2026-01-01", null),
                aTerm(IOM, "2026-05-01", "2026-05-31"));

        assertThat(Seats.of(group, LocalDate.parse("2026-07-01")).since()).isEqualTo(LocalDate.parse("2026-06-01"));
        assertThat(Seats.of(group, LocalDate.parse("2026-04-30")).since()).isEqualTo(LocalDate.parse("2026-04-01"));
    }

    @Test
    void knows_no_day_since_which_where_its_seats_were_never_all_held() {
        Seats seats = Seats.of(led(aTerm(IOM, "2026-01-01", null)), LocalDate.parse("2026-07-01"));

        assertThat(seats.vacant()).isOne();
        assertThat(seats.since()).isNull();
    }

    private static ActionGroup led(CoChair... terms) {
        return new ActionGroup("Migration Action Group", true, 2, List.of(terms), List.of());
    }

    private static Seats seats(
            String on, List<PartnerId> coChairs, int vacant, @Nullable String since, @Nullable String nextEnd) {
        return new Seats(LocalDate.parse(on), 2, coChairs, vacant, day(since), day(nextEnd));
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
