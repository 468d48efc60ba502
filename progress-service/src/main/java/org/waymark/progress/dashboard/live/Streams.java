package org.waymark.progress.dashboard.live;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;

/** How many answers that take their time are under way, in all and to each caller. */
@Component
final class Streams {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** Held while the answer lasts. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private final int most;
    private final int mostOfOne;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<String, Integer> openOfOne = new ConcurrentHashMap<>();

    Streams(
            @Value("${waymark.streams.most:5000}") int most,
            @Value("${waymark.streams.per-caller:200}") int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Who comes without a token is known by its address.
     *
     * @throws Problem 429 where this caller has as many as it may, 503 where the instance has
     */
    Place take(HttpServletRequest request) {
        return take(Caller.isKnown() ? "client " + Caller.current().client() : "address " + request.getRemoteAddr());
    }

    private Place take(String caller) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw Problem.unavailable("too-many-streams", "As many listen here as can. Come back later.", AGAIN);
        }
        if (openOfOne.merge(caller, 1, Integer::sum) > mostOfOne) {
            leave(caller);
            throw Problem.tooMany(
                    "too-many-streams", "You listen here as often as one caller may. Close one of them.", AGAIN);
        }
        return () -> leave(caller);
    }

    private void leave(String caller) {
        open.decrementAndGet();
        openOfOne.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
    }
}
