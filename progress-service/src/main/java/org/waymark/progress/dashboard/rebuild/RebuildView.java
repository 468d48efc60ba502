package org.waymark.progress.dashboard.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.dashboard.store.Generation;
import org.waymark.progress.dashboard.store.Generation.Checksum;
import org.waymark.progress.dashboard.store.Generation.Compared;
import org.waymark.progress.dashboard.store.Generation.Difference;
import org.waymark.progress.dashboard.store.Generation.Rebuild.Phase;
import org.waymark.progress.dashboard.store.Generation.State;

/**
 * A generation of the read model.
 *
 * @param state reading, comparing, differs, switching, serving or retired
 * @param read records of the topic, of {@code of}
 * @param endsAt when it will have been read at the pace so far; absent where there is nothing to go by
 * @param trouble why it does not get on; it is tried again
 * @param advice what can be done now, in words
 */
record RebuildView(
        int generation,
        String state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long read,
        long of,
        @Nullable Integer percent,
        @Nullable Instant endsAt,
        @Nullable String trouble,
        List<Checksum> checksums,
        List<Difference> differences,
        long moreDifferences,
        String advice) {

    private static final int WHOLE = 100;

    static RebuildView of(Generation one, Instant now) {
        Generation.Rebuild rebuild = one.rebuild();
        if (rebuild == null) {
            return new RebuildView(
                    one.number(), state(one, null), null, null, 0, 0, null, null, null, List.of(), List.of(), 0, "");
        }
        Compared compared = rebuild.compared();
        return new RebuildView(
                one.number(),
                state(one, rebuild),
                rebuild.startedAt(),
                rebuild.endedAt(),
                rebuild.read(),
                rebuild.of(),
                rebuild.of() == 0 ? null : (int) (WHOLE * rebuild.read() / rebuild.of()),
                endsAt(rebuild, now),
                rebuild.trouble(),
                compared == null ? List.of() : compared.checksums(),
                compared == null ? List.of() : compared.differences(),
                compared == null ? 0 : compared.more(),
                advice(one, rebuild));
    }

    private static String state(Generation one, Generation.@Nullable Rebuild rebuild) {
        return switch (one.state()) {
            case SERVING -> "serving";
            case RETIRED -> "retired";
            case BUILDING -> Kebab.of(rebuild == null ? Phase.READING : rebuild.phase());
        };
    }

    private static @Nullable Instant endsAt(Generation.Rebuild rebuild, Instant now) {
        if (rebuild.endedAt() != null || rebuild.read() == 0) {
            return null;
        }
        Duration sofar = Duration.between(rebuild.startedAt(), now);
        return rebuild.startedAt().plusMillis(Math.round(sofar.toMillis() * ((double) rebuild.of() / rebuild.read())));
    }

    private static String advice(Generation one, Generation.Rebuild rebuild) {
        if (one.state() == State.RETIRED) {
            return "It is kept for a while: POST .../switch lets it serve again, DELETE removes it.";
        }
        return rebuild.phase() == Phase.DIFFERS
                ? "It is not what serves now: see the differences. POST .../switch lets it serve, DELETE gives it up."
                : "";
    }
}
