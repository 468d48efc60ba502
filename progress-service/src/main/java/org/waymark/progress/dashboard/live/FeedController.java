package org.waymark.progress.dashboard.live;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.domain.Happened;

/** {@code /api/feed}: every event, once, readable without sign-in. */
@RestController
class FeedController {

    private static final int MOST = 500;
    private static final int LONGEST_S = 30;

    /** @param next always the cursor to go on with */
    record FeedPage(List<Item> items, String next) {}

    /**
     * @param position where it was applied; several may have the same
     * @param data as it was published
     */
    record Item(
            String position,
            String id,
            String type,
            String subject,
            long sequence,
            Instant time,
            @JsonRawValue String data) {

        static Item of(Happened event) {
            return new Item(
                    event.partition() + ":" + event.offset(),
                    event.event(),
                    event.type(),
                    event.commitment(),
                    event.sequence(),
                    event.time(),
                    event.data());
        }
    }

    private final EventFeed feed;
    private final Streams streams;

    FeedController(EventFeed feed, Streams streams) {
        this.feed = feed;
        this.streams = streams;
    }

    @GetMapping("/api/feed")
    FeedPage after(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int wait,
            HttpServletRequest request)
            throws InterruptedException {
        Positions from = Positions.parse(after)
                .orElseThrow(() -> Problem.invalid("after", "A cursor as it was given in next; none for the start."));
        check("limit", limit, 1, MOST);
        check("wait", wait, 0, LONGEST_S);
        try (Streams.Place place = streams.take(request)) {
            return page(feed.after(from, limit, Duration.ofSeconds(wait)));
        }
    }

    private static FeedPage page(EventFeed.Bite bite) {
        return new FeedPage(
                bite.items().stream().map(Item::of).toList(), bite.next().toString());
    }

    private static void check(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.invalid(field, "From " + least + " to " + most + ".");
        }
    }
}
