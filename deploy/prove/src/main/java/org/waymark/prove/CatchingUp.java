package org.waymark.prove;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Waits until the cards have come as far as the topic, as long as that takes and no longer than is asked for. */
final class CatchingUp {

    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final Api api;
    private final long patience;

    CatchingUp(Api api, Duration patience) {
        this.api = api;
        this.patience = patience.toNanos();
    }

    /** How it ended. */
    enum End {
        CAUGHT_UP,
        /** Behind, and nothing has moved for long. */
        STUCK,
        STILL_MOVING
    }

    End await(Collection<History> histories) {
        long began = System.nanoTime();
        long moved = began;
        long behind = Long.MAX_VALUE;
        while (true) {
            long now = behind(Cards.read(api), histories);
            if (now == 0) {
                return End.CAUGHT_UP;
            }
            long time = System.nanoTime();
            if (now < behind) {
                moved = behind == Long.MAX_VALUE ? began : time;
                behind = now;
            }
            if (time - began > patience) {
                return time - moved > patience / 3 ? End.STUCK : End.STILL_MOVING;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static long behind(Map<String, JsonNode> cards, Collection<History> histories) {
        return histories.stream()
                .mapToLong(history -> {
                    JsonNode card = cards.get(history.commitment());
                    return Math.max(0, history.sequence() - (card == null ? 0 : Cards.sequence(card)));
                })
                .sum();
    }
}
