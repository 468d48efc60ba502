package org.waymark.progress.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.waymark.progress.ServiceJson;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Indicator;
import org.waymark.progress.dashboard.domain.Milestone;
import org.waymark.progress.dashboard.domain.Schedule;
import org.waymark.progress.dashboard.domain.Series;
import org.waymark.progress.dashboard.domain.Updates;

/** A card as the version before stored it. */
class EarlierCardsTest {

    private static final LocalDate SUBMITTED = LocalDate.of(2026, 1, 10);
    private static final LocalDate DUE = LocalDate.of(2026, 2, 15);

    private static final String STORED = """
            {"title": "Corridors", "lead": "iom", "supporting": ["unicef"], "group": "default", "level": "country",
             "countries": ["SLV"], "sdgTargets": ["8.7"], "start": "2026-01-01", "end": "2027-12-31",
             "status": "submitted", "health": {"status": "at-risk", "reasons": ["overdue"]},
             "milestones": [
               {"id": "m1", "title": "One", "due": "2026-02-15", "weight": 2, "open": true},
               {"id": "m2", "title": "Two", "due": "2026-02-15", "weight": 1, "on": "2026-02-20",
                "overdueOn": "2026-02-16", "open": false},
               {"id": "m3", "title": "Three", "due": "2025-12-31", "weight": 1, "overdueOn": "2026-01-01",
                "open": true}],
             "indicators": [{"id": "i1", "title": "People", "measure": "unit", "ascending": true, "baseline": 10,
               "periods": [{"id": "p1", "start": "2026-01-01", "end": "2026-12-31", "target": 100, "actual": 42.5}]}],
             "submittedOn": "2026-01-10", "updates": 3,
             "lastUpdate": {"id": "u3", "organization": "iom", "recordedAt": "2026-02-20T10:00:00Z",
               "effective": "2026-02-20"},
             "changedAt": "2026-02-21T10:00:00Z"}
            """;

    @SuppressWarnings("NullAway") // no tally and no row is written here
    private final DashboardProjection projection = new DashboardProjection(ServiceJson.mapper(), null, null, null);

    @Test
    void says_the_same_in_todays_form() {
        Card card = projection.read(new Document("card", STORED));

        assertThat(card)
                .isEqualTo(new Card(
                        new Card.Promise(
                                "Corridors",
                                "iom",
                                List.of("unicef"),
                                new Card.Place("default", null, null),
                                new Card.Reach("country", List.of("SLV"), List.of(), List.of("8.7")),
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2027, 12, 31)),
                        "submitted",
                        new Card.Health("at-risk", List.of("overdue"), null),
                        List.of(open(), reachedLate(), overdueFromTheStart()),
                        List.of(new Indicator(
                                "i1",
                                "People",
                                "unit",
                                true,
                                BigDecimal.TEN,
                                List.of(new Indicator.Period(
                                        "p1",
                                        LocalDate.of(2026, 1, 1),
                                        LocalDate.of(2026, 12, 31),
                                        new BigDecimal("100"),
                                        new Series(List.of(new Series.Value(SUBMITTED, new BigDecimal("42.5")))),
                                        new Series(List.of()),
                                        SUBMITTED)),
                                SUBMITTED)),
                        new Updates(
                                Map.of("iom", 3L),
                                0,
                                0,
                                new Updates.Last(
                                        "u3",
                                        "iom",
                                        Instant.parse("2026-02-20T10:00:00Z"),
                                        LocalDate.of(2026, 2, 20),
                                        null,
                                        1,
                                        null)),
                        SUBMITTED,
                        Instant.parse("2026-02-21T10:00:00Z")));
    }

    @Test
    void is_stored_in_todays_form_and_read_from_it() {
        Card card = projection.read(new Document("card", STORED));

        assertThat(projection.read(projection.write(card))).isEqualTo(card);
    }

    private static Milestone open() {
        Schedule schedule = new Schedule(DUE, DUE, SUBMITTED, 0, 0);
        return new Milestone(
                "m1", "One", 2, schedule, Milestone.State.PLANNED, null, false, null, List.of(), SUBMITTED);
    }

    private static Milestone reachedLate() {
        Schedule schedule = new Schedule(DUE, DUE, SUBMITTED, 0, 0);
        return new Milestone(
                "m2",
                "Two",
                1,
                schedule,
                Milestone.State.REACHED,
                LocalDate.of(2026, 2, 20),
                false,
                null,
                List.of(new Milestone.Span(DUE.plusDays(1), null)),
                SUBMITTED);
    }

    private static Milestone overdueFromTheStart() {
        LocalDate due = LocalDate.of(2025, 12, 31);
        return new Milestone(
                "m3",
                "Three",
                1,
                new Schedule(due, due, SUBMITTED, 0, 0),
                Milestone.State.PLANNED,
                null,
                false,
                null,
                List.of(new Milestone.Span(SUBMITTED, null)),
                SUBMITTED);
    }
}
