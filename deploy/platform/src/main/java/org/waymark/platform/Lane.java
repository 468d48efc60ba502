package org.waymark.platform;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one aggregate on their way to Kafka, in order. Only the relay's sending thread takes from it, so that
 * marking as sent and sending are one step. After a failure everything from the first unacknowledged event on is new
 * again, acknowledged ones behind it included: on the topic the first n then always stands before the first n+1.
 */
final class Lane {

    private enum State {
        NEW,
        SENT,
        ACKNOWLEDGED
    }

    /** One event and how far it has come. */
    private static final class Slot {
        private final OutboxEntry entry;
        private State state = State.NEW;

        Slot(OutboxEntry entry) {
            this.entry = entry;
        }
    }

    /** An event to be sent now; {@code round} tells answers to this sending from those to an earlier one. */
    record Sending(Event event, int round) {}

    private final ArrayDeque<Slot> slots = new ArrayDeque<>();
    private long highest;
    private long acknowledged;
    private int round;
    private long idleSince = System.nanoTime();

    /** Takes in what a committed document says is pending. Anything already known here is passed over. */
    synchronized void offer(List<OutboxEntry> outbox) {
        for (OutboxEntry entry : outbox) {
            if (entry.sequence() > highest) {
                slots.add(new Slot(entry));
                highest = entry.sequence();
            }
        }
    }

    synchronized List<Sending> takeNew() {
        List<Sending> taken = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.state == State.NEW) {
                slot.state = State.SENT;
                taken.add(new Sending(slot.entry.event(), round));
            }
        }
        return taken;
    }

    synchronized void acknowledge(Sending sent) {
        if (sent.round() != round) {
            return;
        }
        for (Slot slot : slots) {
            if (slot.entry.sequence() == sent.event().sequence()) {
                slot.state = State.ACKNOWLEDGED;
                break;
            }
        }
        while (!slots.isEmpty() && slots.getFirst().state == State.ACKNOWLEDGED) {
            acknowledged = slots.removeFirst().entry.sequence();
            idleSince = System.nanoTime();
        }
    }

    /** False where the failure belongs to an earlier round and is dealt with already. */
    synchronized boolean fail(Sending sent) {
        if (sent.round() != round) {
            return false;
        }
        rewind();
        return true;
    }

    synchronized void rewind() {
        round++;
        slots.forEach(slot -> slot.state = State.NEW);
    }

    synchronized boolean isCurrent(Sending sending) {
        return sending.round() == round;
    }

    /** All events up to this one are known to be in Kafka. */
    synchronized long acknowledged() {
        return acknowledged;
    }

    synchronized boolean isEmpty() {
        return slots.isEmpty();
    }

    synchronized boolean idleFor(long nanos) {
        return slots.isEmpty() && System.nanoTime() - idleSince > nanos;
    }

    synchronized @Nullable Instant oldest() {
        return slots.isEmpty() ? null : slots.getFirst().entry.event().time();
    }
}
