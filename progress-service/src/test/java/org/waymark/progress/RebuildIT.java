package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The read model is made anew while it serves and is added to; what differs is listed. */
class RebuildIT extends ServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What was answered while it should not have been. */
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void serves_every_answer_while_a_new_one_is_made_and_loses_nothing_by_the_switch() throws Exception {
        String group = aGroup();
        List<String> commitments = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            commitments.add(inGroup(group).text("/id"));
        }
        AtomicBoolean goesOn = new AtomicBoolean(true);
        long posted;
        int made;
        try (ExecutorService officers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> writers = commitments.stream()
                    .map(id -> officers.submit(() -> write(id, goesOn)))
                    .toList();
            Future<Long> reader = officers.submit(() -> read(group, goesOn));
            try {
                made = rebuilt();
            } finally {
                goesOn.set(false);
            }
            posted = 0;
            for (Future<Long> writer : writers) {
                posted += writer.get();
            }
            assertThat(reader.get()).isPositive();
        }

        assertThat(wrong).isEmpty();
        assertThat(generations.serving().generation()).isEqualTo(made);
        assertThat(differencesOf(made, commitments)).isEmpty();
        long all = posted;
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(summary(group).number("/updates")).isEqualTo(all));
        assertThat(database.getCollection(board() + "_activity")
                        .countDocuments(new Document("group", group).append("measures", "updates")))
                .isEqualTo(all);
    }

    @Test
    void lists_the_one_event_by_which_the_two_differ_and_switches_when_it_is_told_to() {
        Api.Answer commitment = inGroup(aGroup());
        String id = commitment.text("/id");
        report(id);
        caughtUp(id, 2);
        MongoCollection<Document> rows = database.getCollection(board() + "_activity");
        rows.deleteOne(new Document("_id", id + ":2"));

        int made = (int) begun().number("/generation");
        await().atMost(PATIENCE).until(() -> state(made).equals("differs"));

        List<JsonNode> differences = differencesOf(made, List.of(id));
        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().path("of").asString()).isEqualTo("activity");
        assertThat(differences.getFirst().path("id").asString()).isEqualTo(id + ":2");
        assertThat(differences.getFirst().has("serving")).isFalse();
        switchTo(made);
        assertThat(database.getCollection(board() + "_activity")
                        .find(new Document("_id", id + ":2"))
                        .first())
                .isNotNull();
    }

    @Test
    void is_the_secretariats_business() {
        assertThat(anybody.post("/api/operations/rebuilds", "", Map.of()).status())
                .isEqualTo(401);
        assertThat(unicef.post("/api/operations/rebuilds", "", Map.of()).status())
                .isEqualTo(403);
        assertThat(secretariat.get("/api/operations/rebuilds/9999").status()).isEqualTo(404);
        assertThat(secretariat
                        .delete(
                                "/api/operations/rebuilds/"
                                        + generations.serving().generation(),
                                Map.of())
                        .status())
                .isEqualTo(409);
    }

    /** Makes a new one and lets it serve; what other tests gave up before is held again, and then differs. */
    private int rebuilt() {
        int made = (int) begun().number("/generation");
        await().atMost(PATIENCE).until(() -> List.of("differs", "serving").contains(state(made)));
        switchTo(made);
        return made;
    }

    private void switchTo(int made) {
        if (state(made).equals("differs")) {
            secretariat.post("/api/operations/rebuilds/" + made + "/switch", "", Map.of());
        }
        await().atMost(PATIENCE).until(() -> state(made).equals("serving"));
    }

    private Api.Answer begun() {
        Api.Answer begun = secretariat.post("/api/operations/rebuilds", "", Map.of());
        assertThat(begun.status()).isEqualTo(202);
        return begun;
    }

    private String state(int generation) {
        return secretariat.get("/api/operations/rebuilds/" + generation).text("/state");
    }

    private List<JsonNode> differencesOf(int generation, List<String> commitments) {
        List<JsonNode> found = new ArrayList<>();
        secretariat
                .get("/api/operations/rebuilds/" + generation)
                .body()
                .at("/differences")
                .forEach(one -> {
                    if (commitments.stream().anyMatch(one.path("id").asString()::startsWith)) {
                        found.add(one);
                    }
                });
        return found;
    }

    private Api.Answer inGroup(String group) {
        return ilo.post(
                "/api/commitments",
                COMMITMENT.replaceFirst("\\{", "{\"groupId\": \"%s\",".formatted(group)),
                withKey());
    }

    private Api.Answer report(String id) {
        return ilo.post("/api/commitments/" + id + "/updates", "{\"narrative\": \"More.\"}", withKey());
    }

    private long write(String id, AtomicBoolean goesOn) {
        long posted = 0;
        while (goesOn.get()) {
            Api.Answer answer = report(id);
            if (answer.status() != 201) {
                wrong.add("not taken: " + answer);
                continue;
            }
            posted++;
            long sequence = answer.number("/sequence");
            Api.Answer card = anybody.get("/api/dashboard/commitments/" + id + "?atLeast=" + sequence);
            if (card.status() != 200) {
                wrong.add("no card: " + card);
            }
        }
        return posted;
    }

    /** Totals never go back, and cards neither. */
    private long read(String group, AtomicBoolean goesOn) {
        long asked = 0;
        long before = 0;
        while (goesOn.get()) {
            Api.Answer summary = summary(group);
            long updates = summary.status() == 200 ? summary.number("/updates") : -1;
            if (updates < before) {
                wrong.add("fell from " + before + ": " + summary);
            }
            before = Math.max(before, updates);
            asked++;
        }
        return asked;
    }

    private Api.Answer summary(String group) {
        return anybody.get("/api/dashboard/summary?group=" + group);
    }

    private void caughtUp(String id, long sequence) {
        await().atMost(PATIENCE)
                .until(() -> anybody.get("/api/dashboard/commitments/" + id).number("/sequence") >= sequence);
    }
}
