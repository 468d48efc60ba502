package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Figures beside each other: over the days, between two days, between partners. */
class ComparisonsIT extends PastIT {

    @Test
    void a_trend_has_the_figures_of_the_last_day_of_each_step() {
        String asked = "group=" + GROUP + "&level=country&knownAt=2026-08-20";

        JsonNode items = anybody.get("/api/dashboard/trend?from=2026-03-07&to=2026-09-10&" + asked)
                .body()
                .get("items");

        assertThat(days(items))
                .containsExactly(
                        "2026-03-31",
                        "2026-04-30",
                        "2026-05-31",
                        "2026-06-30",
                        "2026-07-31",
                        "2026-08-31",
                        "2026-09-10");
        for (JsonNode item : items) {
            JsonNode summary = anybody.get(
                            "/api/dashboard/summary?asOf=" + item.get("asOf").asString() + "&" + asked)
                    .body();
            assertThat(item.has("links")).isFalse();
            assertThat(item.get("milestones")).isEqualTo(summary.get("milestones"));
            assertThat(item.get("freshness")).isEqualTo(summary.get("freshness"));
            assertThat(item.get("progress")).isEqualTo(summary.get("progress"));
        }
        assertThat(items.get(5).at("/milestones/reached").asLong()).isEqualTo(2);
    }

    @Test
    void weeks_end_on_sunday_and_days_on_themselves() {
        assertThat(days(trend("from=2026-03-04&to=2026-03-18&step=week")))
                .containsExactly("2026-03-08", "2026-03-15", "2026-03-18");
        assertThat(days(trend("from=2026-03-04&to=2026-03-06&step=day")))
                .containsExactly("2026-03-04", "2026-03-05", "2026-03-06");
        assertThat(trend("")).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2025-01-01&to=2026-02-05&step=day",
                "step=year",
                "from=2026-02-01&to=2026-01-01",
                "from=yesterday",
                "to=-999999999-01-01",
                "to=%2B999999999-12-31&step=day"
            })
    void a_trend_that_cannot_be_drawn_is_refused(String asked) {
        assertThat(anybody.get("/api/dashboard/trend?" + asked).status()).isEqualTo(400);
    }

    @Test
    void four_hundred_steps_are_drawn() {
        assertThat(trend("from=2025-01-01&to=2026-02-04&step=day&group=" + GROUP))
                .hasSize(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sinceAsOf=2026-04-01",
                "sinceKnownAt=2026-08-20&asOf=2026-08-07",
                "sinceAsOf=2026-03-20&sinceKnownAt=2026-04-30&asOf=2026-08-31&knownAt=2026-08-31",
                "level=country&sinceAsOf=2026-05-31&asOf=2026-06-30",
                "sdgTarget=8.7&sinceKnownAt=2026-06-01&knownAt=2026-08-31"
            })
    void a_difference_is_the_sum_of_the_events_it_links_to(String asked) {
        JsonNode answer = anybody.get("/api/dashboard/difference?group=" + GROUP + "&" + asked)
                .body();

        assertThat(answer.get("difference").size()).isEqualTo(32);
        for (String figure : answer.get("difference").propertyNames()) {
            long difference = answer.get("difference").get(figure).asLong();
            Walk walk = walk(answer.get("links").get(figure).asString(), 2);
            assertThat(difference)
                    .as(figure)
                    .isEqualTo(shown(answer.get("to"), figure) - shown(answer.get("from"), figure));
            assertThat(walk.total()).as("total of " + figure).isEqualTo(difference);
            assertThat(walk.sum()).as("changes of " + figure).isEqualTo(difference);
        }
    }

    @Test
    void a_partner_that_changes_its_type_takes_its_figures_along() {
        String type = "partnerType=" + URLEncoder.encode(WAS, StandardCharsets.UTF_8);
        JsonNode answer = anybody.get("/api/dashboard/difference?sinceAsOf=2026-05-31&" + type)
                .body();
        JsonNode trend = trend("from=2026-05-01&to=2026-06-30&" + type);

        assertThat(answer.at("/difference/commitments").asLong()).isEqualTo(-2);
        for (String figure : List.of("commitments", "updates", "reportingPartners", "milestones.reached")) {
            Walk walk = walk(answer.get("links").get(figure).asString(), 2);
            assertThat(walk.total()).isNegative();
            assertThat(walk.sum()).as(figure).isEqualTo(walk.total());
        }
        assertThat(trend.at("/0/commitments").asLong()).isEqualTo(2);
        assertThat(trend.at("/1/commitments").asLong()).isZero();
        Api.Answer ranking = anybody.get(
                "/api/dashboard/ranking?by=partnerType&measure=milestones.reached&limit=200&asOf=2026-05-31");
        assertThat(item(ranking, WAS).get("value").asLong()).isEqualTo(1);
        assertThat(walk(item(ranking, WAS).get("link").asString(), 9).sum()).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_later_is_a_difference_of_what_was_known() {
        JsonNode answer = anybody.get(
                        "/api/dashboard/difference?asOf=2026-08-07&sinceKnownAt=2026-08-20&group=" + GROUP)
                .body();

        assertThat(answer.at("/difference/milestones.reached").asLong()).isEqualTo(-1);
        assertThat(anybody.get("/api/dashboard/difference?group=" + GROUP).status())
                .isEqualTo(400);
    }

    @Test
    void a_ranking_starts_from_either_end_and_its_links_lead_to_its_figures() {
        for (String order : List.of("top", "bottom")) {
            Api.Answer answer =
                    anybody.get("/api/dashboard/ranking?by=partner&limit=200&measure=updates&order=" + order);

            List<Long> values = new ArrayList<>();
            answer.body()
                    .get("items")
                    .forEach(item -> values.add(item.get("value").asLong()));
            assertThat(values).isSortedAccordingTo((a, b) -> order.equals("top") ? b.compareTo(a) : a.compareTo(b));
            assertThat(answer.text("/sortedBy")).isEqualTo("value");
            JsonNode ours = item(answer, P1);
            assertThat(ours.get("value").asLong()).isEqualTo(3);
            assertThat(walk(ours.get("link").asString(), 50).sum()).isEqualTo(3);
        }
    }

    @Test
    void progress_is_ranked_by_its_mean() {
        Api.Answer answer = anybody.get("/api/dashboard/ranking?by=group&limit=200&measure=progress.selfReported");

        assertThat(answer.text("/sortedBy")).isEqualTo("mean");
        JsonNode ours = item(answer, GROUP);
        assertThat(ours.get("mean").decimalValue()).isEqualByComparingTo("0.1667");
        assertThat(ours.get("value").asLong()).isEqualTo(5000);
    }

    @Test
    void places_have_names_and_unknown_dimensions_are_refused() {
        Api.Answer answer = anybody.get("/api/dashboard/ranking?by=country&limit=200");

        assertThat(item(answer, "SLV").get("name").asString()).isEqualTo("El Salvador");
        assertThat(anybody.get("/api/dashboard/ranking?by=mood").status()).isEqualTo(400);
        assertThat(anybody.get("/api/dashboard/ranking?by=country&measure=mood").status())
                .isEqualTo(400);
        assertThat(anybody.get("/api/dashboard/ranking?by=country&order=mood").status())
                .isEqualTo(400);
    }

    @Test
    void a_heat_map_adds_up_and_each_cell_links_to_its_events() {
        String asked = "/api/dashboard/heat-map?from=2026-03&to=2026-08&limit=1";

        List<JsonNode> rows = new ArrayList<>();
        long sum = 0;
        for (String cursor = ""; ; ) {
            Api.Answer page = anybody.get(asked + cursor);
            assertThat(page.status()).isEqualTo(200);
            for (JsonNode row : page.body().get("items")) {
                sum += row.get("total").asLong();
                rows.add(row);
            }
            if (page.body().get("next").isNull()) {
                assertThat(page.number("/total")).isEqualTo(sum);
                break;
            }
            cursor = "&cursor=" + page.text("/next");
        }
        JsonNode ours = rows.stream()
                .filter(row -> row.get("key").asString().equals(P1))
                .findFirst()
                .orElseThrow();
        assertThat(ours.get("total").asLong()).isEqualTo(2);
        assertThat(ours.at("/cells/0/month").asString()).isEqualTo("2026-03");
        assertThat(ours.at("/cells/0/value").asLong()).isEqualTo(1);
        assertThat(walk(ours.at("/cells/0/link").asString(), 50).sum()).isEqualTo(1);
        assertThat(ours.at("/cells/1").has("link")).isFalse();
        assertThat(walk(ours.get("link").asString(), 50).sum()).isEqualTo(2);
        assertThat(anybody.get("/api/dashboard/heat-map?from=2024-01&to=2026-08")
                        .status())
                .isEqualTo(400);
    }

    private JsonNode trend(String asked) {
        return anybody.get("/api/dashboard/trend?" + asked).body().get("items");
    }

    private static List<String> days(JsonNode items) {
        List<String> days = new ArrayList<>();
        items.forEach(item -> days.add(item.get("asOf").asString()));
        return days;
    }

    private static JsonNode item(Api.Answer answer, String key) {
        for (JsonNode item : answer.body().get("items")) {
            if (item.get("key").asString().equals(key)) {
                return item;
            }
        }
        throw new AssertionError("no " + key + " in " + answer.body());
    }
}
