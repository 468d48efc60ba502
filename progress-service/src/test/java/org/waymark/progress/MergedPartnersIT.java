package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** A partner that turned out in June 2026 to be another one, and that one in July to be a third. */
class MergedPartnersIT extends ServiceIT {

    private static final Map<String, String> ANY = Map.of("If-Match", "*");
    private static final String UPDATE = "{\"narrative\": \"One corridor is open.\"}";

    private static final String DUPLICATE = UUID.randomUUID().toString();
    private static final String SECOND = UUID.randomUUID().toString();
    private static final String SURVIVOR = UUID.randomUUID().toString();
    private static final String GROUP = UUID.randomUUID().toString();
    private static final String REPORTED = UUID.randomUUID().toString();
    private static final String KIND = "kind " + GROUP;

    private static final List<Past> PAST = new ArrayList<>();

    private static void past() {
        partner(DUPLICATE, 1, "2026-03-01", "registered", "Doubled", "");
        partner(SECOND, 1, "2026-03-01", "registered", "Second", "");
        partner(SURVIVOR, 1, "2026-03-01", "registered", "Whole", ", \"type\": \"" + KIND + "\"");
        merged(DUPLICATE, "2026-06-01", SECOND);
        merged(SECOND, "2026-07-01", SURVIVOR);
        PAST.add(reportedTwice());
        PAST.add(commitment(DUPLICATE, "2026-03-02").reached("2026-03-10", DUPLICATE, "m1", "2026-03-05"));
        PAST.add(commitment(SURVIVOR, "2026-03-03"));
    }

    /** Of somebody else, in a group of its own: reported on under two ids of one organization. */
    private static Past reportedTwice() {
        return new Past()
                .submitted(
                        "2026-03-02",
                        UUID.randomUUID().toString(),
                        "\"groupId\": \"" + REPORTED + "\"",
                        "\"level\": \"global\", \"countries\": [], \"regions\": []")
                .reached("2026-03-20", SECOND, "m1", "2026-03-20")
                .reached("2026-04-05", SURVIVOR, "m2", "2026-04-05");
    }

    private static Past commitment(String lead, String day) {
        return new Past()
                .submitted(
                        day,
                        lead,
                        "\"groupId\": \"" + GROUP + "\"",
                        "\"level\": \"global\", \"countries\": [], \"regions\": []");
    }

    private static void partner(String id, long sequence, String day, String type, String name, String more) {
        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                id,
                sequence,
                "org.waymark.partner." + type + ".v1",
                OffsetDateTime.parse(day + "T12:00:00Z"),
                "{\"name\": \"%s\", \"status\": \"active\"%s}".formatted(name, more)));
    }

    private static void merged(String id, String day, String into) {
        String data =
                "{\"name\": \"Doubled\", \"status\": \"withdrawn\", \"statusReason\": \"merged\", \"into\": \"%s\"}";
        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                id,
                2,
                "org.waymark.partner.merged.v1",
                OffsetDateTime.parse(day + "T12:00:00Z"),
                data.formatted(into)));
    }

    @BeforeEach
    void isThere() {
        if (PAST.isEmpty()) {
            past();
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(directory.survivors(LocalDate.MAX))
                    .containsEntry(DUPLICATE, SURVIVOR)
                    .containsEntry(SECOND, SURVIVOR);
            for (Past one : PAST) {
                assertThat(anybody.get("/api/dashboard/commitments/" + one.id).number("/sequence"))
                        .isEqualTo(one.sequence());
            }
        });
    }

    @Test
    void counts_with_the_survivor_whichever_of_its_ids_is_asked_for() {
        assertThat(commitments("partner=" + SURVIVOR)).isEqualTo(2);
        assertThat(commitments("partner=" + DUPLICATE)).isEqualTo(2);
        assertThat(commitments("partner=" + SURVIVOR + "&group=" + GROUP)).isEqualTo(2);
        assertThat(commitments("partner=" + SURVIVOR + "&asOf=2026-03-02")).isEqualTo(1);
    }

    @Test
    void stands_apart_by_what_was_known_before() {
        assertThat(commitments("partner=" + SURVIVOR + "&knownAt=2026-06-30")).isEqualTo(1);
        assertThat(commitments("partner=" + DUPLICATE + "&knownAt=2026-06-30")).isEqualTo(1);
        assertThat(commitments("partner=" + SECOND + "&knownAt=2026-06-30")).isEqualTo(1);
        assertThat(commitments("partner=" + SECOND + "&knownAt=2026-05-31")).isZero();
        assertThat(ranked("&knownAt=2026-05-31", DUPLICATE).path("name").asString())
                .isEqualTo("Doubled");
        assertThat(ranked("&knownAt=2026-06-30", SECOND).path("value").asLong()).isEqualTo(1);
    }

    @Test
    void has_the_type_of_the_survivor() {
        assertThat(commitments("partnerType=kind " + GROUP)).isEqualTo(2);
        assertThat(commitments("partnerType=kind " + GROUP + "&partner=" + DUPLICATE))
                .isEqualTo(2);
        assertThat(commitments("partnerType=kind " + GROUP + "&knownAt=2026-06-30"))
                .isEqualTo(1);
    }

    @Test
    void shows_the_survivor_on_cards_milestones_and_in_lists() {
        JsonNode card =
                anybody.get("/api/dashboard/commitments/" + PAST.get(1).id).body();
        JsonNode cards =
                anybody.get("/api/dashboard/commitments?partner=" + SURVIVOR).body();
        JsonNode due = anybody.get("/api/dashboard/milestones?state=overdue&limit=200&partner=" + DUPLICATE)
                .body();

        assertThat(card.at("/partner/id").asString()).isEqualTo(SURVIVOR);
        assertThat(card.at("/partner/name").asString()).isEqualTo("Whole");
        assertThat(cards.path("items"))
                .extracting(item -> item.path("id").asString())
                .containsExactlyInAnyOrder(PAST.get(1).id, PAST.getLast().id);
        assertThat(due.path("items"))
                .hasSize(3)
                .allSatisfy(
                        item -> assertThat(item.at("/partner/id").asString()).isEqualTo(SURVIVOR));
    }

    @Test
    void is_ranked_once_with_all_its_figures_and_they_lead_to_their_events() {
        JsonNode whole = ranked("", SURVIVOR);

        assertThat(whole.path("value").asLong()).isEqualTo(2);
        assertThat(whole.path("name").asString()).isEqualTo("Whole");
        assertThat(ranked("", DUPLICATE).isMissingNode()).isTrue();
        JsonNode events = anybody.get(whole.path("link").asString()).body();
        assertThat(events.path("total").asLong()).isEqualTo(2);
        assertThat(changes(events)).isEqualTo(2);
    }

    @Test
    void makes_a_row_of_the_heat_map_with_the_survivor() {
        JsonNode items = anybody.get("/api/dashboard/heat-map?measure=commitments&from=2026-03&to=2026-03&limit=200")
                .body()
                .path("items");

        JsonNode row = item(items, SURVIVOR);
        assertThat(row.path("total").asLong()).isEqualTo(2);
        assertThat(changes(anybody.get(row.path("link").asString()).body())).isEqualTo(2);
        assertThat(item(items, DUPLICATE).isMissingNode()).isTrue();
    }

    @Test
    void explains_by_how_much_the_merge_itself_moved_a_figure() {
        JsonNode events = anybody.get("/api/dashboard/activity?measure=commitments&partner=" + SURVIVOR
                        + "&sinceKnownAt=2026-06-30&knownAt=2026-07-01&sinceAsOf=2026-08-01&asOf=2026-08-01")
                .body();

        assertThat(events.path("total").asLong()).isEqualTo(1);
        assertThat(changes(events)).isEqualTo(1);
    }

    @Test
    void lets_the_survivor_act_in_what_the_duplicate_promised_and_review_none_of_it() {
        String duplicate = UUID.randomUUID().toString();
        String survivor = UUID.randomUUID().toString();
        Api doubled = new Api(anybody.base(), TestTokens.token("doubled", duplicate, "partner"));
        Api whole = new Api(anybody.base(), TestTokens.token("whole", survivor, "partner", "co-chair"));
        String at = "/api/commitments/"
                + doubled.post("/api/commitments", inGroupOf(survivor), withKey())
                        .text("/id");
        String early = doubled.post(at + "/updates", UPDATE, withKey()).text("/id");
        assertThat(whole.post(at + "/updates", UPDATE, withKey()).status()).isEqualTo(404);

        partner(duplicate, 1, "2026-03-01", "registered", "Doubled", "");
        merged(duplicate, "2026-06-01", survivor);
        await().atMost(Duration.ofSeconds(20)).until(() -> directory.isShutOut(duplicate));
        await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));

        Api.Answer late = whole.post(at + "/updates", UPDATE, withKey());
        assertThat(late.status()).isEqualTo(201);
        assertThat(doubled.post(at + "/updates", UPDATE, withKey()).status()).isEqualTo(403);
        assertThat(whole.post(at + "/implementation", "", ANY).status()).isEqualTo(200);
        for (String update : List.of(early, late.text("/id"))) {
            assertThat(whole.post(at + "/updates/" + update + "/verification", "", ANY)
                            .text("/type"))
                    .endsWith("own-update");
        }
    }

    @Test
    void lists_what_all_ids_of_one_partner_promised_whichever_is_asked_for() {
        Pair pair = new Pair();
        String its =
                pair.doubled.post("/api/commitments", COMMITMENT, withKey()).text("/id");
        String own = pair.whole.post("/api/commitments", COMMITMENT, withKey()).text("/id");
        assertThat(listed(pair.survivor)).containsExactly(own);

        pair.merge();

        assertThat(listed(pair.survivor)).containsExactlyInAnyOrder(its, own);
        assertThat(listed(pair.duplicate)).containsExactlyInAnyOrder(its, own);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reviews_nothing_of_its_own_though_both_ids_take_part(boolean duplicateLeads) {
        Pair pair = new Pair();
        Api lead = duplicateLeads ? pair.doubled : pair.whole;
        String supporting = duplicateLeads ? pair.survivor : pair.duplicate;
        String body = inGroupOf(pair.survivor)
                .replace("\"sdgTargets\"", "\"supporting\": [\"%s\"], \"sdgTargets\"".formatted(supporting));
        String at = "/api/commitments/"
                + lead.post("/api/commitments", body, withKey()).text("/id");
        String ofDuplicate =
                pair.doubled.post(at + "/updates", UPDATE, withKey()).text("/id");
        String ofSurvivor = pair.whole.post(at + "/updates", UPDATE, withKey()).text("/id");

        pair.merge();

        for (String update : List.of(ofDuplicate, ofSurvivor)) {
            String review = at + "/updates/" + update;
            assertThat(pair.whole.post(review + "/verification", "", ANY).text("/type"))
                    .endsWith("own-update");
            assertThat(pair.whole
                            .post(review + "/return", "{\"reason\": \"R.\"}", ANY)
                            .text("/type"))
                    .endsWith("own-update");
            assertThat(pair.doubled.post(review + "/verification", "", ANY).status())
                    .isEqualTo(403);
            assertThat(anybody.get(review).text("/status")).isEqualTo("submitted");
        }
        assertThat(pair.whole.post(at + "/implementation", "", ANY).status()).isEqualTo(200);
        assertThat(unicef.post(at + "/updates/" + ofSurvivor + "/verification", "", ANY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answers_and_resubmits_what_the_duplicate_said() {
        Pair pair = new Pair();
        String body = inGroupOf(pair.survivor)
                .replace("\"sdgTargets\"", "\"supporting\": [\"%s\"], \"sdgTargets\"".formatted(pair.survivor));
        String at = "/api/commitments/"
                + pair.doubled.post("/api/commitments", body, withKey()).text("/id");
        String update = at + "/updates/"
                + pair.doubled.post(at + "/updates", UPDATE, withKey()).text("/id");

        pair.merge();
        assertThat(unicef.post(update + "/return", "{\"reason\": \"Which one?\"}", ANY)
                        .status())
                .isEqualTo(200);

        assertThat(pair.whole
                        .post(update + "/answer", "{\"text\": \"The first.\"}", withKey())
                        .status())
                .isEqualTo(200);
        assertThat(pair.whole
                        .post(update + "/resubmission", "{\"narrative\": \"The first is open.\"}", ANY)
                        .status())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(anybody.get(update).text("/status")).isEqualTo("submitted"));
    }

    @Test
    void has_reported_as_one_by_what_is_known_and_each_figure_leads_to_its_first_report() {
        for (String day : List.of("2026-06-30", "2026-07-01")) {
            String group = "&group=" + REPORTED + "&knownAt=" + day;
            long counted = day.equals("2026-06-30") ? 2 : 1;

            Api.Answer summary = anybody.get("/api/dashboard/summary?asOf=2026-04-30" + group);
            assertThat(summary.number("/reportingPartners")).as(day).isEqualTo(counted);
            JsonNode events =
                    anybody.get(summary.text("/links/reportingPartners")).body();
            assertThat(events.path("total").asLong()).isEqualTo(counted);
            assertThat(changes(events)).isEqualTo(counted);
        }
        JsonNode known = anybody.get("/api/dashboard/activity?measure=reportingPartners&group=" + REPORTED
                        + "&sinceKnownAt=2026-06-30&knownAt=2026-07-01&sinceAsOf=2026-08-01&asOf=2026-08-01")
                .body();
        assertThat(known.path("total").asLong()).isEqualTo(-1);
        assertThat(changes(known)).isEqualTo(-1);
        assertThat(item(
                                anybody.get("/api/dashboard/ranking?by=group&measure=reportingPartners&limit=200")
                                        .body()
                                        .path("items"),
                                REPORTED)
                        .path("value")
                        .asLong())
                .isEqualTo(1);
    }

    /** A partner and another one that turns out to be the same, and what they may do with what. */
    private final class Pair {
        final String duplicate = UUID.randomUUID().toString();
        final String survivor = UUID.randomUUID().toString();
        final Api doubled = new Api(anybody.base(), TestTokens.token("doubled", duplicate, "partner", "co-chair"));
        final Api whole = new Api(anybody.base(), TestTokens.token("whole", survivor, "partner", "co-chair"));

        void merge() {
            partner(duplicate, 1, "2026-03-01", "registered", "Doubled", "");
            merged(duplicate, "2026-06-01", survivor);
            await().atMost(Duration.ofSeconds(20)).until(() -> directory.isShutOut(duplicate));
            await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));
        }
    }

    private List<String> listed(String partner) {
        return anybody.get("/api/commitments?partner=" + partner)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String inGroupOf(String chair) {
        String group = UUID.randomUUID().toString();
        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                group,
                1,
                "org.waymark.action-group.created.v1",
                "{\"name\": \"Theirs\", \"coChairs\": [{\"partnerId\": \"%s\", \"from\": \"2026-01-01\"},"
                                .formatted(chair)
                        + " {\"partnerId\": \"%s\", \"from\": \"2026-01-01\"}]}".formatted(UNICEF)));
        return COMMITMENT.replaceFirst("\\{", "{\"groupId\": \"" + group + "\",");
    }

    private long commitments(String asked) {
        Api.Answer answer = anybody.get("/api/dashboard/summary?" + asked.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.number("/commitments");
    }

    private JsonNode ranked(String asked, String partner) {
        return item(
                anybody.get("/api/dashboard/ranking?by=partner&limit=200" + asked)
                        .body()
                        .path("items"),
                partner);
    }

    private static JsonNode item(JsonNode items, String key) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("key").asString().equals(key))
                .findFirst()
                .orElse(items.path("none"));
    }

    private static long changes(JsonNode events) {
        return StreamSupport.stream(events.path("items").spliterator(), false)
                .mapToLong(item -> item.path("change").asLong())
                .sum();
    }
}
