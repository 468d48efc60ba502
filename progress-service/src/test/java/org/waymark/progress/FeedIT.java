package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.waymark.progress.TopicWriter.event;
import static org.waymark.progress.TopicWriter.put;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every event once and in order, whatever the topic brings and whatever becomes of the read model. */
class FeedIT extends ServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOPIC = "waymark.commitments";

    @Test
    void gives_each_event_once_and_each_commitments_in_order_however_small_the_pages() {
        String start = end();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(aCommitment().text("/id"));
        }
        for (int round = 0; round < 3; round++) {
            ids.forEach(this::report);
        }
        ids.forEach(id -> comesTo(id, 4));

        for (int limit : List.of(1, 3, 500)) {
            List<String> told = told(start, limit, ids);

            assertThat(told).hasSize(20).doesNotHaveDuplicates();
            ids.forEach(id -> assertThat(told.stream().filter(one -> one.startsWith(id)))
                    .containsExactly(id + ":1", id + ":2", id + ":3", id + ":4"));
        }
    }

    @Test
    void gives_an_event_as_it_was_published() {
        String start = end();
        String id = aCommitment().text("/id");
        comesTo(id, 1);

        JsonNode item = items(start, id).getFirst();

        assertThat(item.path("type").asString()).isEqualTo("org.waymark.commitment.submitted.v1");
        assertThat(item.path("subject").asString()).isEqualTo(id);
        assertThat(item.path("sequence").asLong()).isEqualTo(1);
        assertThat(item.path("data").path("title").asString()).isEqualTo("Fair recruitment corridors");
        assertThat(item.path("position").asString()).matches("\\d+:\\d+");
        assertThat(item.path("time").asString()).isNotEmpty();
        assertThat(item.path("id").asString()).isNotEmpty();
    }

    @Test
    void gives_what_one_record_set_free_together_and_a_repetition_not_at_all() {
        String start = end();
        String id = UUID.randomUUID().toString();
        suspended(id, 2);
        suspended(id, 3);
        submitted(id);
        submitted(id);
        comesTo(id, 3);

        assertThat(told(start, 1, List.of(id))).containsExactly(id + ":1", id + ":2", id + ":3");
        assertThat(items(start, id))
                .extracting(item -> item.path("position"))
                .containsOnly(items(start, id).getFirst().path("position"));
    }

    @Test
    void says_where_to_go_on_also_where_there_is_nothing_new() {
        aCommitment();
        String end = end();

        Api.Answer nothing = anybody.get("/api/feed?after=" + end);

        assertThat(nothing.body().path("items").size()).isZero();
        assertThat(nothing.text("/next")).isEqualTo(end);
    }

    @Test
    void waits_for_what_comes() throws Exception {
        String end = end();
        try (ExecutorService analysts = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Api.Answer> waiting = analysts.submit(() -> anybody.get("/api/feed?wait=30&after=" + end));
            String id = aCommitment().text("/id");

            JsonNode page = waiting.get().body();
            while (!subjects(page).contains(id)) {
                assertThat(subjects(page)).as("what the wait ended with").isNotEmpty();
                page = anybody.get(
                                "/api/feed?wait=30&after=" + page.path("next").asString())
                        .body();
            }
        }
    }

    private static List<String> subjects(JsonNode page) {
        List<String> subjects = new ArrayList<>();
        page.path("items").forEach(item -> subjects.add(item.path("subject").asString()));
        return subjects;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"after=gone", "after=0:-1", "after=0:1,", "after=1", "limit=0", "limit=501", "wait=31", "wait=-1"
            })
    void refuses_what_it_cannot_read(String query) {
        Api.Answer answer = anybody.get("/api/feed?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/fields/0/field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    /** As though both had been held for a while, the one by an earlier version, the other by it to this day. */
    @Test
    void a_cursor_is_good_in_a_read_model_that_is_made_anew_though_it_holds_events_elsewhere() {
        String start = end();
        String id = aCommitment().text("/id");
        report(id);
        report(id);
        comesTo(id, 3);
        String before = cursorBefore(start, id, 2);
        MongoCollection<Document> rows = database.getCollection(board() + "_activity");
        long offset = offset(id + ":3");
        rows.updateOne(new Document("_id", id + ":2"), new Document("$set", new Document("offset", offset)));
        rows.deleteOne(new Document("_id", id + ":1"));
        String passed = end();

        rebuilt();

        assertThat(offset(id + ":2")).isEqualTo(offset);
        assertThat(told(before, 1, List.of(id))).startsWith(id + ":2", id + ":3");
        report(id);
        comesTo(id, 4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(passed, 1, List.of(id))).containsExactly(id + ":1", id + ":4"));
    }

    private long offset(String row) {
        Document found = database.getCollection(board() + "_activity")
                .find(new Document("_id", row))
                .first();
        return Objects.requireNonNull(found).getLong("offset");
    }

    /** The cursor with which the event of that sequence comes next. */
    private String cursorBefore(String start, String id, long sequence) {
        String cursor = start;
        while (true) {
            JsonNode page = anybody.get("/api/feed?limit=1&after=" + cursor).body();
            JsonNode item = page.path("items").path(0);
            if (item.path("subject").asString().equals(id)
                    && item.path("sequence").asLong() == sequence) {
                return cursor;
            }
            cursor = page.path("next").asString();
        }
    }

    private List<JsonNode> items(String start, String id) {
        List<JsonNode> items = new ArrayList<>();
        walk(start, 100, item -> {
            if (item.path("subject").asString().equals(id)) {
                items.add(item);
            }
        });
        return items;
    }

    private List<String> told(String start, int limit, List<String> ids) {
        List<String> told = new ArrayList<>();
        walk(start, limit, item -> {
            String id = item.path("subject").asString();
            if (ids.contains(id)) {
                told.add(id + ":" + item.path("sequence").asLong());
            }
        });
        return told;
    }

    private String end() {
        return walk("", 500, item -> {});
    }

    private String walk(String start, int limit, Consumer<JsonNode> each) {
        String cursor = start;
        while (true) {
            Api.Answer page = anybody.get("/api/feed?limit=" + limit + "&after=" + cursor);
            assertThat(page.status()).isEqualTo(200);
            page.body().path("items").forEach(each);
            cursor = page.text("/next");
            if (page.body().path("items").isEmpty()) {
                return cursor;
            }
        }
    }

    private void rebuilt() {
        String at = "/api/operations/rebuilds/"
                + secretariat.post("/api/operations/rebuilds", "", Map.of()).number("/generation");
        await().atMost(PATIENCE)
                .until(() -> List.of("differs", "serving")
                        .contains(secretariat.get(at).text("/state")));
        secretariat.post(at + "/switch", "", Map.of());
        await().atMost(PATIENCE).until(() -> secretariat.get(at).text("/state").equals("serving"));
    }

    private void report(String id) {
        ilo.post("/api/commitments/" + id + "/updates", "{\"narrative\": \"More.\"}", withKey());
    }

    private static void submitted(String id) {
        put(event(TOPIC, id, 1, "org.waymark.commitment.submitted.v1", """
                {"title": "Fed", "lead": {"partnerId": "p"}, "supporting": [], "groupId": "g", "level": "global",
                 "countries": [], "sdgTargets": [], "start": "2026-01-01", "status": "submitted", "milestones": [],
                 "indicators": [], "health": {"status": "unknown", "reasons": []}}
                """));
    }

    private static void suspended(String id, long sequence) {
        put(event(TOPIC, id, sequence, "org.waymark.commitment.status-changed.v1", """
                {"from": "submitted", "to": "suspended", "health": {"status": "unknown", "reasons": []}}
                """));
    }

    private void comesTo(String id, long sequence) {
        await().atMost(PATIENCE)
                .until(() -> anybody.get("/api/dashboard/commitments/" + id).number("/sequence") == sequence);
    }
}
