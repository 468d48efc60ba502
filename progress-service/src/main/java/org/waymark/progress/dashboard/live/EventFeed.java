package org.waymark.progress.dashboard.live;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.domain.Happened;
import org.waymark.progress.dashboard.store.OrderedJournal;

/** The journal from a place on; who waits is woken by the topic and looks once the read model has come as far. */
@Component
class EventFeed {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MS = 2;
    private static final long LONGEST_PAUSE_MS = 250;

    record Bite(List<Happened> items, Positions next) {}

    private final OrderedJournal journal;
    private final LiveBoard board;

    EventFeed(OrderedJournal journal, LiveBoard board) {
        this.journal = journal;
        this.board = board;
    }

    Bite after(Positions place, int limit, Duration patience) throws InterruptedException {
        if (patience.isZero()) {
            return read(place, limit);
        }
        return waited(place, limit, System.nanoTime() + patience.toNanos(), board.join(null));
    }

    /** Without news it looks now and then by itself, should this instance be cut off from the topic. */
    private Bite waited(Positions place, int limit, long deadline, Reader reader) throws InterruptedException {
        Positions heard = reader.start();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            Bite bite = read(place, limit);
            long left = deadline - System.nanoTime();
            if (!bite.items().isEmpty() || left <= 0) {
                return bite;
            }
            if (bite.next().covers(heard)) {
                Reader.Batch news = reader.take(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
                if (news.closed()) {
                    return bite;
                }
                heard = news.position();
                pause = FIRST_PAUSE_MS;
            } else {
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
            }
        }
    }

    private Bite read(Positions place, int limit) {
        OrderedJournal.Read read = journal.after(place.byPartition(), limit);
        return new Bite(read.items(), new Positions(read.next()));
    }
}
