package org.waymark.progress.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.dashboard.domain.Happened;
import org.waymark.progress.dashboard.store.Place;

/** Pages are filled past events that have no share, and end somewhere. */
class SharesTest {

    @Test
    void passes_over_what_has_no_share_and_skips_nothing() {
        Shares.Reading events = newestFirst(1_000);
        List<Long> found = new ArrayList<>();

        Place place = null;
        do {
            Shares page = Shares.page(events, event -> event.sequence() % 300 == 0 ? 1 : 0, place, 2);
            page.shares().forEach(share -> found.add(share.event().sequence()));
            place = page.next();
        } while (place != null);

        assertThat(found).containsExactly(900L, 600L, 300L);
    }

    @Test
    void a_page_that_finds_nothing_for_long_ends_early_and_says_where_to_go_on() {
        Shares page = Shares.page(newestFirst(6_000), event -> event.sequence() == 1 ? 1 : 0, null, 50);

        assertThat(page.shares()).isEmpty();
        assertThat(page.next()).isEqualTo(new Place(Instant.ofEpochSecond(1_001), "c:1001"));
        assertThat(Shares.page(newestFirst(6_000), event -> event.sequence() == 1 ? 1 : 0, page.next(), 50)
                        .shares())
                .hasSize(1);
    }

    @Test
    void a_full_page_that_is_the_last_has_no_next() {
        assertThat(Shares.page(newestFirst(2), event -> 1, null, 2).next()).isNull();
        assertThat(Shares.page(newestFirst(3), event -> 1, null, 2).next())
                .isEqualTo(new Place(Instant.ofEpochSecond(2), "c:2"));
    }

    private static Shares.Reading newestFirst(int many) {
        List<Happened> events =
                IntStream.range(0, many).mapToObj(i -> event(many - i)).toList();
        return (place, limit) -> events.stream()
                .filter(event -> isBehind(event, place))
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(Happened event, @Nullable Place place) {
        return place == null || event.time().isBefore(place.time());
    }

    private static Happened event(int at) {
        return new Happened("c", at, "e" + at, "t", Instant.ofEpochSecond(at), "p", 0, at, List.of(), "{}");
    }
}
