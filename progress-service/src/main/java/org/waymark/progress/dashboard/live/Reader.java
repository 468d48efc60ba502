package org.waymark.progress.dashboard.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where one listener is. It is told of a commitment once however often that changed meanwhile: a slow one gets fewer
 * messages, and holds no memory. Past the bound it is told to read everything again. Used by one thread.
 */
final class Reader {

    static final int BOUND = 1_000;

    /** What is to be told now. {@code resync} means: read everything again. */
    record Batch(List<LiveBoard.Change> changes, boolean resync, Positions position, boolean closed) {}

    private final LiveBoard board;
    private final Positions start;
    private long place;
    private Positions position;
    private boolean isLost;

    /** @param start what lies before it has been heard, here or elsewhere */
    Reader(LiveBoard board, long place, Positions start, boolean isLost) {
        this.board = board;
        this.place = place;
        this.start = start;
        this.position = start;
        this.isLost = isLost;
    }

    /** Where it began to listen. */
    Positions start() {
        return start;
    }

    /** Waits for news, at most {@code patience}; an empty batch is time for a heartbeat. */
    Batch take(Duration patience) throws InterruptedException {
        if (isLost) {
            isLost = false;
            return new Batch(List.of(), true, position, false);
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long left = Math.max(0, deadline - System.nanoTime());
            LiveBoard.News news = board.since(place, Duration.ofNanos(left));
            Map<String, LiveBoard.Change> told = new LinkedHashMap<>();
            news.changes().stream()
                    .filter(change -> change.offset() >= start.at(change.partition()))
                    .forEach(change -> told.merge(
                            change.id(), change, (old, newer) -> newer.sequence() > old.sequence() ? newer : old));
            place = news.place();
            position = start.and(news.position());
            boolean resync = news.isLost() || told.size() > BOUND;
            if (resync || !told.isEmpty() || news.isClosed() || left == 0) {
                return new Batch(resync ? List.of() : List.copyOf(told.values()), resync, position, news.isClosed());
            }
        }
    }

    static Duration heartbeat() {
        return Duration.ofSeconds(15);
    }
}
