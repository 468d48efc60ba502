package org.waymark.progress.dashboard.rebuild;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.store.Contents;
import org.waymark.progress.dashboard.store.Contents.Kind;
import org.waymark.progress.dashboard.store.Generation.Checksum;
import org.waymark.progress.dashboard.store.Generation.Compared;
import org.waymark.progress.dashboard.store.Generation.Difference;
import org.waymark.progress.dashboard.store.ReadModel;

/** Compares two generations, a partition at a time, while both stand at one offset of it; what differs is listed. */
final class Comparison {

    private static final int LISTED = 100;
    private static final int SHOWN = 400;

    private final Contents serving;
    private final Contents rebuilt;
    private final Runnable goesOn;
    private final List<Checksum> checksums = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private long more;

    /** @param goesOn called after every bite */
    Comparison(ReadModel serving, ReadModel rebuilt, Runnable goesOn) {
        this.serving = new Contents(serving);
        this.rebuilt = new Contents(rebuilt);
        this.goesOn = goesOn;
    }

    void partition(int partition, long offset) {
        for (Kind kind : Kind.values()) {
            Sums sums = new Sums();
            serving.forEach(kind, partition, bite -> compare(kind, bite, sums));
            rebuilt.forEach(kind, partition, bite -> missing(kind, bite, sums));
            checksums.add(new Checksum(
                    name(kind), partition, offset, text(sums.serving), text(sums.rebuilt), sums.documents));
        }
    }

    /** Sums of hashes, in which the order of the documents is lost. */
    private static final class Sums {
        private long serving;
        private long rebuilt;
        private long documents;
    }

    private void compare(Kind kind, Map<String, String> bite, Sums sums) {
        goesOn.run();
        Map<String, String> others = rebuilt.byId(kind, bite.keySet());
        bite.forEach((id, content) -> {
            sums.serving += Contents.hash(id, content);
            sums.documents++;
            String other = others.get(id);
            if (!content.equals(other)) {
                add(kind, id, content, other);
            }
        });
    }

    private void missing(Kind kind, Map<String, String> bite, Sums sums) {
        goesOn.run();
        bite.forEach((id, content) -> sums.rebuilt += Contents.hash(id, content));
        Set<String> only = new HashSet<>(bite.keySet());
        only.removeAll(serving.byId(kind, bite.keySet()).keySet());
        only.forEach(id -> add(kind, id, null, bite.get(id)));
    }

    private void add(Kind kind, String id, @Nullable String standing, @Nullable String made) {
        if (differences.size() < LISTED) {
            differences.add(new Difference(name(kind), id, shown(standing, made), shown(made, standing)));
        } else {
            more++;
        }
    }

    /** From where the two part, so that the difference is seen. */
    private static @Nullable String shown(@Nullable String content, @Nullable String other) {
        if (content == null) {
            return null;
        }
        int same = 0;
        String held = other == null ? "" : other;
        int most = Math.min(content.length(), held.length());
        while (same < most && content.charAt(same) == held.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - SHOWN / 4);
        return (from == 0 ? "" : "…") + content.substring(from, Math.min(content.length(), from + SHOWN));
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String text(long sum) {
        return String.format(Locale.ROOT, "%016x", sum);
    }

    Compared result() {
        return new Compared(checksums, differences, more);
    }
}
