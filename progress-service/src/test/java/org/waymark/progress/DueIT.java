package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is due, and which commitments are behind: lists of a group of its own. */
class DueIT extends ServiceIT {

    private static final String GROUP = UUID.randomUUID().toString();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final List<Past> PAST = new ArrayList<>();

    /** One silent and late; one heard of, put off and unverified; one put off further and verified. */
    private static void past() {
        String place = "\"groupId\": \"" + GROUP + "\"";
        String reach = "\"level\": \"global\", \"countries\": []";
        PAST.add(new Past().submitted("2026-03-01", "p1", place, reach));
        PAST.add(new Past()
                .submitted("2026-03-02", "p1", place, reach)
                .putOff("2026-03-03", "m2", "2026-06-30", in(10))
                .reached("2026-04-01", "o", "m1", "2026-03-30"));
        PAST.add(new Past()
                .submitted("2026-03-02", "p2", place, reach)
                .reached("2026-03-20", "o", "m1", "2026-03-10")
                .verified("2026-05-01", "m1")
                .putOff("2026-05-02", "m2", "2026-06-30", in(91)));
    }

    private static String in(int days) {
        return TODAY.plusDays(days).toString();
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
        });
    }

    @Test
    void what_is_due_soon_is_upcoming() {
        String asked = "/api/dashboard/milestones?group=" + GROUP;

        JsonNode items = anybody.get(asked).body().get("items");

        assertThat(items.size()).isEqualTo(1);
        assertThat(items.at("/0/commitmentId").asString()).isEqualTo(PAST.get(1).id);
        assertThat(items.at("/0/milestone/title").asString()).isEqualTo("Two");
        assertThat(items.at("/0/due").asString()).isEqualTo(in(10));
        assertThat(items.at("/0/original").asString()).isEqualTo("2026-06-30");
        assertThat(items.at("/0/slips").asLong()).isEqualTo(1);
        assertThat(items.at("/0/days").asLong()).isEqualTo(10);
        assertThat(anybody.get(asked + "&within=91").body().get("items").size()).isEqualTo(2);
        assertThat(anybody.get(asked + "&within=9").body().get("items").size()).isZero();
    }

    @Test
    void what_is_late_is_overdue_and_open() {
        List<JsonNode> items = all("/api/dashboard/milestones?state=overdue&group=" + GROUP, 1);

        assertThat(items)
                .extracting(item -> item.get("commitmentId").asString()
                        + item.at("/milestone/id").asString())
                .containsExactly(PAST.getFirst().id + "m1", PAST.getFirst().id + "m2");
        assertThat(items.getFirst().get("days").asLong())
                .isEqualTo(LocalDate.parse("2026-05-31").toEpochDay() - TODAY.toEpochDay());
    }

    @Test
    void what_was_put_off_is_listed_whenever_it_is_due() {
        assertThat(all("/api/dashboard/milestones?state=slipped&group=" + GROUP, 1))
                .extracting(item -> item.get("commitmentId").asString())
                .containsExactly(PAST.get(1).id, PAST.get(2).id);
        assertThat(all("/api/dashboard/milestones?state=slipped&partner=p2&group=" + GROUP, 1))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"heard,0 2 1", "slipped,2 1 0", "gap,1", "changed,2 1 0"})
    void cards_are_sorted_by_what_is_behind_on_them(String sort, String order) {
        List<String> ids = all("/api/dashboard/commitments?group=" + GROUP + "&sort=" + sort, 1).stream()
                .map(item -> item.get("id").asString())
                .toList();

        List<String> expected = List.of(order.split(" ")).stream()
                .map(i -> PAST.get(Integer.parseInt(i)).id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(3).startsWith(expected.toArray(String[]::new));
    }

    @Test
    void cards_are_sorted_by_their_ids_unless_asked_otherwise() {
        assertThat(all("/api/dashboard/commitments?group=" + GROUP, 2))
                .extracting(item -> item.get("id").asString())
                .hasSize(3)
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "milestones?state=dreamt",
                "milestones?within=-1",
                "milestones?cursor=x",
                "milestones?limit=0",
                "commitments?sort=mood",
                "commitments?sort=gap&cursor=x"
            })
    void what_there_is_not_is_refused(String asked) {
        assertThat(anybody.get("/api/dashboard/" + asked).status()).isEqualTo(400);
    }

    private List<JsonNode> all(String asked, int limit) {
        List<JsonNode> items = new ArrayList<>();
        for (String cursor = ""; ; ) {
            Api.Answer page = anybody.get(asked + "&limit=" + limit + cursor);
            assertThat(page.status()).as(asked).isEqualTo(200);
            page.body().get("items").forEach(items::add);
            if (page.body().get("next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + page.text("/next");
        }
    }
}
