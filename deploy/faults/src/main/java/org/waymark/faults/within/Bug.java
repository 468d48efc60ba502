package org.waymark.faults.within;

import java.util.EnumSet;
import java.util.Set;

/** Mistakes that the platform could contain and must not. The harness plants them; nothing else can. */
public enum Bug {
    /** Command keys are not remembered: what is sent again is done again. */
    DEDUPLICATION_OFF,
    /** An event leaves the outbox though Kafka has not acknowledged it. */
    TAKE_OUT_TOO_SOON,
    /** The last writer wins over a version it has not seen. */
    GUARD_OFF,
    /** The loser of the guard is answered, and its events are published, as if it had won. */
    LOSER_ANSWERED,
    /** The client is told before the store is. */
    ANSWERED_BEFORE_WRITTEN,
    /** Events are published before the store has them. */
    PUBLISHED_BEFORE_WRITTEN,
    /** An event leaves the outbox without its row in the history. */
    HISTORY_SKIPPED,
    /** Nobody looks for the outboxes of a process that died. */
    SWEEP_OFF,
    /** A send that failed is repeated behind those that followed it. */
    FAILED_SEND_LAST,
    /** A send that failed counts as acknowledged. */
    FAILED_SEND_FORGOTTEN,
    /** A feed applies a sequence that it has applied before. */
    KNOWN_APPLIED_AGAIN,
    /** A feed goes on where a sequence is missing. */
    HOLES_SKIPPED,
    /** Tallies forget which offsets are in them. */
    TALLIES_UNGUARDED,
    /** Tallies are written after the cards. */
    TALLIES_AFTER_CARDS,
    /** Alerts are written after the watches. */
    ALERTS_AFTER_WATCHES,
    /** The position of a feed is written before its views. */
    POSITION_BEFORE_VIEWS,
    /** An alert's id is made up, not derived from its cause. */
    ALERT_ID_RANDOM;

    private static volatile Set<Bug> planted = EnumSet.noneOf(Bug.class);

    static void plant(Set<Bug> bugs) {
        planted = bugs;
    }

    public boolean isOn() {
        return planted.contains(this);
    }
}
