package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each figure, and the events it is made of. */
class FiguresIT extends PastIT {

    static Stream<String> asked() {
        String group = "group=" + GROUP;
        String stream = "workstream=" + URLEncoder.encode(STREAM, StandardCharsets.UTF_8);
        return Stream.of(
                group,
                "partner=" + P1,
                stream,
                group + "&level=country",
                type(WAS) + "&asOf=2026-05-31",
                type(IS),
                type(IS) + "&level=country&sdgTarget=8.7",
                type(IS) + "&partner=" + P1 + "&asOf=2026-08-07",
                type(WAS) + "&" + group + "&asOf=2026-05-15&knownAt=2026-06-02",
                group + "&country=SLV&partner=" + P1,
                group + "&sdgTarget=8.7&region=013",
                group + "&asOf=2026-03-07&knownAt=2026-03-09",
                group + "&asOf=2026-03-07",
                group + "&asOf=2026-08-07&knownAt=2026-08-20",
                group + "&sdgTarget=8.7&asOf=2026-08-07",
                group + "&level=country&asOf=2026-06-10&knownAt=2026-07-15",
                stream + "&level=global&knownAt=2026-04-30");
    }

    private static String type(String type) {
        return "partnerType=" + URLEncoder.encode(type, StandardCharsets.UTF_8);
    }

    @Test
    void a_partner_counts_under_the_type_it_had_that_day() {
        assertThat(commitments(type(WAS) + "&asOf=2026-05-31")).isEqualTo(2);
        assertThat(commitments(type(IS) + "&asOf=2026-05-31")).isZero();
        assertThat(commitments(type(WAS))).isZero();
        assertThat(commitments(type(IS))).isEqualTo(2);
        assertThat(commitments(type(IS) + "&partner=" + P2)).isZero();
        assertThat(commitments(type(IS) + "&group=" + GROUP)).isEqualTo(2);
        assertThat(anybody.get("/api/dashboard/commitments?" + type(IS))
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(2);
        assertThat(anybody.get("/api/dashboard/activity?" + type(IS) + "&measure=updates")
                        .text("/items/0/partner/name"))
                .isEqualTo("Now");
        assertThat(anybody.get("/api/dashboard/activity?" + type(WAS) + "&measure=updates&asOf=2026-05-31")
                        .text("/items/0/partner/name"))
                .isEqualTo("Once");
    }

    private long commitments(String asked) {
        return anybody.get("/api/dashboard/summary?" + asked).number("/commitments");
    }

    @ParameterizedTest
    @MethodSource("asked")
    void every_figure_is_the_sum_of_the_events_it_links_to(String asked) {
        Api.Answer summary = anybody.get("/api/dashboard/summary?" + asked);

        assertThat(summary.status()).isEqualTo(200);
        JsonNode links = summary.body().get("links");
        assertThat(links.size()).isEqualTo(32);
        for (String figure : links.propertyNames()) {
            Walk walk = walk(links.get(figure).asString(), 2);
            assertThat(walk.total()).as("total of " + figure).isEqualTo(shown(summary.body(), figure));
            assertThat(walk.sum()).as("changes of " + figure).isEqualTo(walk.total());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=2026-08-07", "&asOf=2026-05-15&knownAt=2026-06-02", "&knownAt=2026-08-31"})
    void tallies_cards_and_journal_come_to_the_same(String days) {
        JsonNode counted =
                anybody.get("/api/dashboard/summary?group=" + GROUP + days).body();
        JsonNode narrowed = anybody.get("/api/dashboard/summary?sdgTarget=8.7&group=" + GROUP + days)
                .body();

        assertThat(counted.get("commitments").asLong()).isPositive();
        for (String part : counted.propertyNames()) {
            if (!part.equals("links")) {
                assertThat(narrowed.get(part)).as(part).isEqualTo(counted.get(part));
            }
        }
    }

    @Test
    void a_figure_is_as_it_was_and_as_it_was_known() {
        String group = "/api/dashboard/summary?group=" + GROUP;

        assertThat(anybody.get(group + "&asOf=2026-08-07&knownAt=2026-08-20").number("/milestones/reached"))
                .isEqualTo(3);
        assertThat(anybody.get(group + "&asOf=2026-08-07").number("/milestones/reached"))
                .isEqualTo(2);
        assertThat(anybody.get(group + "&asOf=2026-03-07&knownAt=2026-03-09").number("/milestones/reached"))
                .isZero();
        assertThat(anybody.get(group + "&asOf=2026-03-07").number("/milestones/reached"))
                .isEqualTo(1);
        assertThat(anybody.get(group).number("/reportingPartners")).isEqualTo(2);
        assertThat(anybody.get(group).number("/byStatus/withdrawn")).isEqualTo(1);
    }

    @Test
    void an_event_is_listed_with_whose_it_is_and_where_to_read_on() {
        Api.Answer answer = anybody.get("/api/dashboard/activity?measure=milestones.reached&asOf=2026-08-07&group="
                + GROUP + "&commitment=" + PAST.getFirst().id);

        assertThat(answer.number("/total")).isEqualTo(1);
        assertThat(answer.text("/items/0/type")).isEqualTo("org.waymark.commitment.progress-reported.v1");
        assertThat(answer.number("/items/0/sequence")).isEqualTo(7);
        assertThat(answer.number("/items/0/change")).isEqualTo(-1);
        assertThat(answer.text("/items/0/recordedAt")).isEqualTo("2026-09-01T12:00:00Z");
        assertThat(answer.text("/items/0/partner/id")).isEqualTo(P1);
        assertThat(answer.text("/items/0/title")).isEqualTo("Of 2026-03-01");
        assertThat(answer.text("/items/0/link")).isEqualTo("/api/commitments/" + PAST.getFirst().id + "/history");
        assertThat(answer.body().get("items").size()).isEqualTo(3);
    }

    @Test
    void without_a_measure_all_events_are_listed() {
        Walk walk = walk("/api/dashboard/activity?group=" + GROUP, 5);

        assertThat(walk.events()).hasSize(12);
        assertThat(anybody.get("/api/dashboard/activity?group=" + GROUP).body().has("total"))
                .isFalse();
        assertThat(walk("/api/dashboard/activity?knownAt=2026-04-30&group=" + GROUP, 50)
                        .events())
                .hasSize(5);
    }

    @Test
    void a_figure_that_there_is_not_is_refused_with_those_that_there_are() {
        Api.Answer answer = anybody.get("/api/dashboard/activity?measure=milestones.dreamt");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/fields/0/message")).contains("milestones.reached", "reportingPartners");
        assertThat(anybody.get("/api/dashboard/activity?cursor=x").status()).isEqualTo(400);
    }
}
