package org.waymark.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.prove.FakeBoard.at;
import static org.waymark.prove.FakeBoard.item;
import static org.waymark.prove.HandMade.ONE;
import static org.waymark.prove.HandMade.TWO;
import static org.waymark.prove.HandMade.indicator;
import static org.waymark.prove.HandMade.milestone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.prove.Report.Outcome;
import tools.jackson.databind.node.ArrayNode;

/** Against a board that tells the truth, but for one thing. */
class ProveTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate EARLIER = LocalDate.parse("2026-10-31");

    private final HandMade topic = new HandMade();
    private FakeBoard board;

    ProveTest() throws IOException {
        board = new FakeBoard(topic, TODAY);
    }

    @BeforeEach
    void two_commitments() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1) + "," + milestone("n", "2026-12-31", 2), "")
                .claimed("2026-11-05", "m", "2026-10-30")
                .submitted(
                        TWO,
                        "2026-11-10",
                        "",
                        indicator("i", "\"ascending\": true", "\"end\": \"2026-10-31\", \"target\": 3, \"actual\": 1"));
    }

    @AfterEach
    void stop() {
        board.close();
    }

    @Test
    void topic_and_board_agree() {
        Report report = prove();

        assertThat(report.differences()).isEmpty();
        assertThat(report.unknown()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.AGREE);
        assertThat(report.rows())
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.compared()).isPositive());
    }

    @Test
    void one_wrong_figure_of_one_country_on_one_day_is_found_and_no_other() {
        board.lies(
                question -> question.equals("/api/dashboard/summary?asOf=2026-10-31&knownAt=2026-11-22&country=SLV"),
                summary -> at(summary, "milestones").put("evidenced", 7));

        Report report = prove();

        assertThat(report.differences())
                .containsExactly(
                        "figures country=SLV asOf=2026-10-31 knownAt=2026-11-22 milestones.evidenced: topic 0, board 7");
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFER);
    }

    @Test
    void who_turned_out_to_be_another_is_counted_as_that_one() {
        topic.add(
                        "2026-11-06",
                        "progress-reported",
                        HandMade.update("", "", 0, "").replace("p-1", "p-2"))
                .merged("p-2", "2026-11-21", "p-1");
        assertThat(prove().differences()).isEmpty();

        board.lies(
                question -> question.equals("/api/dashboard/summary?asOf=2026-11-22&knownAt=2026-11-22"),
                summary -> summary.put("reportingPartners", 2));

        assertThat(prove().differences())
                .contains("figures alliance asOf=2026-11-22 knownAt=2026-11-22 reportingPartners: topic 1, board 2");
    }

    @Test
    void a_wrong_mean_and_a_wrong_number_of_unknown_ones_are_found() {
        board.lies(
                question -> question.equals("/api/dashboard/summary?asOf=2026-11-22&knownAt=2026-11-22"),
                summary -> at(at(summary, "progress"), "selfReported")
                        .put("mean", 0.3335)
                        .put("unknown", 1));

        assertThat(prove().differences())
                .containsExactly(
                        "figures alliance asOf=2026-11-22 knownAt=2026-11-22 progress.selfReported.unknown: topic 0,"
                                + " board 1",
                        "figures alliance asOf=2026-11-22 knownAt=2026-11-22 progress.selfReported.mean: topic 6666"
                                + " ten-thousandths over 2, board 0.3335");
    }

    @Test
    void a_status_that_nothing_has_is_found() {
        board.lies(
                question -> question.equals("/api/dashboard/summary?asOf=2026-11-22&knownAt=2026-11-22"),
                summary -> at(summary, "byStatus").put("asleep", 1));

        assertThat(prove().differences())
                .containsExactly(
                        "figures alliance asOf=2026-11-22 knownAt=2026-11-22 byStatus.asleep: topic 0, board 1");
    }

    @Test
    void events_that_do_not_add_up_to_their_figure_are_found() {
        board.lies(
                question -> question.endsWith("measure=updates&asOf=2026-11-22&knownAt=2026-11-22&limit=200"),
                page -> item(page, 0).put("change", 2));

        assertThat(prove().differences())
                .containsExactly(
                        "links alliance asOf=2026-11-22 knownAt=2026-11-22 updates: figure 1, its events add up to 2");
    }

    @Test
    void an_event_behind_a_figure_that_is_not_on_the_topic_is_found() {
        board.lies(
                question -> question.endsWith("measure=updates&asOf=2026-11-22&knownAt=2026-11-22&limit=200"),
                page -> item(page, 0).put("sequence", 9));

        assertThat(prove().differences())
                .containsExactly("links alliance asOf=2026-11-22 knownAt=2026-11-22 updates: lists " + ONE
                        + " 9, which is not on the topic");
    }

    @Test
    void an_event_behind_a_figure_that_was_not_known_then_is_found() {
        board.lies(
                question -> question.endsWith("measure=updates&asOf=2026-10-31&knownAt=2026-10-31&limit=200"),
                page -> item(page, 0)
                        .put("sequence", 2)
                        .put("type", "progress-reported")
                        .put("recordedAt", "2026-11-05T12:00:00Z"));

        assertThat(prove().differences())
                .containsExactly("links alliance asOf=2026-10-31 knownAt=2026-10-31 updates: lists " + ONE
                        + " 2, which does not belong here");
    }

    @Test
    void a_wrong_card_is_found() {
        board.lies(question -> question.equals("/api/dashboard/commitments?limit=200"), page -> {
            item(page, 0).put("status", "endorsed");
            at(item(page, 0), "milestones").put("reached", 2);
            at(item(page, 1), "progress").remove("selfReported");
        });

        assertThat(prove().differences())
                .containsExactly(
                        "cards " + ONE
                                + ": status: topic submitted, board endorsed; milestones.reached: topic 1, board 2",
                        "cards " + TWO + ": progress.selfReported: topic 0.3333, board unknown");
    }

    @Test
    void an_invented_card_is_found() {
        board.lies(
                question -> question.equals("/api/dashboard/commitments?limit=200"),
                page -> ((ArrayNode) page.path("items"))
                        .add(item(page, 1).deepCopy().put("id", "nobody")));

        assertThat(prove().differences()).containsExactly("cards nobody: not on the topic");
    }

    @Test
    void a_card_that_stays_away_is_found_once_the_patience_is_at_its_end() {
        board.lies(
                question -> question.equals("/api/dashboard/commitments?limit=200"),
                page -> ((ArrayNode) page.path("items")).remove(0));

        assertThat(prove().differences()).containsExactly("cards " + ONE + ": not on the board");
    }

    @Test
    void a_board_that_is_behind_is_waited_for() {
        AtomicInteger asked = new AtomicInteger();
        board.lies(question -> question.equals("/api/dashboard/commitments?limit=200"), page -> {
            if (asked.incrementAndGet() < 3) {
                item(page, 0).put("sequence", 1);
            }
        });

        assertThat(within(Duration.ofSeconds(20)).outcome()).isEqualTo(Outcome.AGREE);
        assertThat(asked).hasValueGreaterThan(3);
    }

    @Test
    void a_feed_that_skips_repeats_and_ends_early_is_found() {
        board.lies(question -> question.equals("/api/feed?limit=200"), page -> {
            item(page, 1).put("sequence", 1);
        });

        assertThat(prove().differences())
                .containsExactly(
                        "feed " + ONE + " 1: once more, behind 1", "feed " + ONE + ": ends with 1, the topic with 2");
    }

    @Test
    void what_is_not_there_is_named_and_nothing_is_held_against_the_board() {
        board.hasNo("/api/feed");
        board.hasNo("/api/dashboard/activity");
        board.lies(
                question -> question.startsWith("/api/dashboard/summary"),
                summary -> summary.without(List.of("reportingPartners")));

        Report report = prove();

        assertThat(report.differences()).isEmpty();
        assertThat(report.unknown())
                .contains(
                        "GET /api/feed?limit=.. answers 404", "/api/dashboard/summary does not tell reportingPartners")
                .anyMatch(line -> line.startsWith("GET /api/dashboard/activity?") && line.contains("answers 404"));
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void while_events_keep_arriving_what_differs_is_not_held_against_the_board() {
        board.lies(
                question -> question.equals("/api/dashboard/summary?asOf=2026-11-22&knownAt=2026-11-22"),
                summary -> summary.put("updates", 5));

        Report report = new Prove(settings(), moving(Integer.MAX_VALUE), line -> {}).look();

        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.unknown())
                .contains(
                        "events keep arriving; what differs may be for that",
                        "perhaps: figures alliance asOf=2026-11-22 knownAt=2026-11-22 updates: topic 1, board 5");
    }

    @Test
    void once_nothing_arrives_any_more_it_looks_again_and_is_sure() {
        AtomicInteger asked = new AtomicInteger();
        board.lies(
                question -> question.equals("/api/dashboard/summary?asOf=2026-11-22&knownAt=2026-11-22"),
                summary -> summary.put("updates", asked.incrementAndGet() == 1 ? 5 : 1));

        Report report = new Prove(settings(), moving(2), line -> {}).look();

        assertThat(report.outcome()).isEqualTo(Outcome.AGREE);
    }

    @Test
    void what_was_saved_is_compared_field_by_field(@TempDir Path folder) {
        Path file = folder.resolve("saved.json");
        new Prove(settings().saving(file), topic, line -> {}).look();

        Report same = new Prove(settings().comparing(file), topic, line -> {}).look();
        board.lies(
                question -> question.equals("/api/dashboard/commitments?limit=200"),
                page -> item(page, 0).put("title", "Unfair"));
        Report other = new Prove(settings().comparing(file), topic, line -> {}).look();

        assertThat(same.outcome()).isEqualTo(Outcome.AGREE);
        assertThat(other.differences())
                .contains("saved card " + ONE + " title: saved \"Fair & square\", now \"Unfair\"");
    }

    @Test
    void a_topic_that_cannot_be_read_says_nothing_about_the_board() {
        Report report = Prove.run(new Settings(board.address(), "no broker"));

        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.unknown())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The topic waymark.commitments at no broker");
    }

    private Report prove() {
        return within(Duration.ZERO);
    }

    private Report within(Duration patience) {
        return new Prove(settings().within(patience), topic, line -> {}).look();
    }

    private Settings settings() {
        return new Settings(board.address(), "nowhere:1")
                .on(List.of(EARLIER), List.of())
                .within(Duration.ZERO)
                .at(Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC));
    }

    /** Something arrives that nobody asks about, until it was read so often. */
    private Source moving(int times) {
        AtomicInteger read = new AtomicInteger();
        return () -> {
            Log log = topic.read();
            return new Log(
                    log.announced(), Collections.nCopies(Math.min(times, read.incrementAndGet()), "x"), log.merges());
        };
    }
}
