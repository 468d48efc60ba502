package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A group of its own, whose three commitments have a past; nobody changes them. */
abstract class PastIT extends ServiceIT {

    static final String GROUP = UUID.randomUUID().toString();
    static final String STREAM = "Work & rights, 1/2 + é " + GROUP;
    static final String P1 = UUID.randomUUID().toString();
    static final String P2 = UUID.randomUUID().toString();
    /** Of the first partner, until and from June 2026. */
    static final String WAS = "was " + GROUP;

    static final String IS = "is " + GROUP;
    static final List<Past> PAST = new ArrayList<>();

    private static void past() {
        partner(1, "2026-03-01", "registered", "Once", WAS);
        partner(2, "2026-06-01", "changed", "Now", IS);
        String place = "\"groupId\": \"%s\", \"workstream\": \"%s\"".formatted(GROUP, STREAM);
        PAST.add(new Past()
                .submitted(
                        "2026-03-01",
                        P1,
                        place,
                        "\"level\": \"country\", \"countries\": [\"SLV\", \"HND\"], \"regions\": [\"013\"]")
                .reached("2026-03-10", "o1", "m1", "2026-03-05")
                .verified("2026-04-02", "m1")
                .putOff("2026-06-05", "m2", "2026-06-30", "2026-07-30")
                .overdue("2026-08-02", "m2", "2026-07-30")
                .reached("2026-08-10", "o2", "m2", "2026-08-05")
                .takenBack("2026-09-01", "o1", "m2"));
        PAST.add(new Past()
                .submitted("2026-04-15", P2, place, "\"level\": \"global\", \"countries\": []")
                .reached("2026-04-20", "o2", "m1", "2026-04-18")
                .withdrawn("2026-05-01"));
        PAST.add(new Past()
                .submitted(
                        "2026-05-01",
                        P1,
                        "\"groupId\": \"%s\"".formatted(GROUP),
                        "\"level\": \"country\", \"countries\": [\"SLV\"]")
                .overdue("2026-06-01", "m1", "2026-05-31"));
    }

    private static void partner(long sequence, String day, String type, String name, String of) {
        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                P1,
                sequence,
                "org.waymark.partner." + type + ".v1",
                OffsetDateTime.parse(day + "T12:00:00Z"),
                "{\"name\": \"%s\", \"type\": \"%s\", \"status\": \"active\"}".formatted(name, of)));
    }

    @BeforeEach
    void isThere() {
        if (PAST.isEmpty()) {
            past();
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (Past one : PAST) {
                assertThat(anybody.get("/api/dashboard/commitments/" + one.id).number("/sequence"))
                        .isEqualTo(one.sequence());
            }
            assertThat(directory.typesOn(LocalDate.parse("2026-06-01"))).containsEntry(P1, IS);
        });
    }

    record Walk(long total, long sum, Set<String> events) {}

    Walk walk(String link, int limit) {
        Set<String> events = new HashSet<>();
        long sum = 0;
        String cursor = "";
        while (true) {
            Api.Answer page = anybody.get(link + "&limit=" + limit + cursor);
            assertThat(page.status()).as(link).isEqualTo(200);
            for (JsonNode item : page.body().get("items")) {
                assertThat(events.add(item.get("commitmentId").asString()
                                + item.get("sequence").asLong()))
                        .isTrue();
                sum += item.path("change").asLong(0);
            }
            if (page.body().get("next").isNull()) {
                return new Walk(page.body().path("total").asLong(0), sum, events);
            }
            cursor = "&cursor=" + page.text("/next");
        }
    }

    /** The figure as the summary shows it. */
    static long shown(JsonNode summary, String figure) {
        JsonNode node = summary.at("/" + figure.replace('.', '/'));
        return node.isObject() ? node.get("sum").asLong() : node.asLong();
    }
}
