package org.waymark.notification.watch;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.Tick;

/**
 * When a commitment has to be looked at again though nothing happens to it.
 *
 * @param v how often it was written; whoever writes names the one before
 * @param at null where time changes nothing
 * @param sequence of the watch that it was made for
 */
record Look(String commitmentId, long v, @Nullable Instant at, long sequence) {

    static Look first(String commitmentId) {
        return new Look(commitmentId, 0, null, 0);
    }

    /**
     * An event has come in. Somebody who looks meanwhile does so at what was before: the look stays due, so that another
     * follows.
     *
     * @param turn the earliest instant that is new with it; null for none
     */
    Look heard(long sequence, @Nullable Instant turn) {
        return new Look(commitmentId, v + 1, earlier(at, turn), Math.max(this.sequence, sequence));
    }

    /** Whether the event may be left unsaid here: nobody looks, nor will before it is long stored. */
    boolean mayStay(Instant now, @Nullable Instant turn) {
        boolean far = at == null || at.isAfter(now.plus(Tick.CLOCKS_APART));
        return far && (turn == null || (at != null && !turn.isBefore(at)));
    }

    /** Whoever begun it before is too late to move it on. */
    Look begin() {
        return new Look(commitmentId, v + 1, at, sequence);
    }

    Look next(@Nullable Instant then) {
        return new Look(commitmentId, v + 1, then, sequence);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    Document write() {
        Document document = new Document("_id", commitmentId).append("v", v);
        if (at != null) {
            document.append("at", Date.from(at));
        }
        return document.append("sequence", sequence);
    }

    static Look read(Document stored) {
        Date at = stored.getDate("at");
        return new Look(
                stored.getString("_id"),
                stored.getLong("v"),
                at == null ? null : at.toInstant(),
                stored.getLong("sequence"));
    }
}
