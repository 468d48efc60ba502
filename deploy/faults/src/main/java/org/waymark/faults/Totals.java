package org.waymark.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads a partner's totals over and over, from one process after the other: none of these ever falls. */
final class Totals {

    private static final List<String> RISING = List.of("/commitments", "/updates", "/milestones/reached");

    private final List<Client> boards;
    private final String path;
    private final History history;
    private final Noted noted;
    private final Map<String, Long> most = new HashMap<>();
    private long since = System.nanoTime();
    private volatile long stall;

    Totals(List<Client> boards, String partner, History history, Noted noted) {
        this.boards = boards;
        this.path = "/api/dashboard/summary?partner=" + partner;
        this.history = history;
        this.noted = noted;
    }

    void read(BooleanSupplier asLongAs) {
        since = System.nanoTime();
        for (int i = 0; asLongAs.getAsBoolean(); i++) {
            read(boards.get(i % boards.size()));
            Noted.pause();
        }
    }

    private void read(Client board) {
        long acknowledged = history.updates();
        long before = most.getOrDefault("/updates", 0L);
        Optional<Client.Answer> answer = board.tryGet(path);
        noted.read();
        if (answer.filter(one -> one.status() == 200).isEmpty()) {
            noted.wrong("GET " + path + ": " + answer);
            return;
        }
        for (String total : RISING) {
            long now = answer.get().body().at(total).asLong();
            long was = most.merge(total, now, Math::max);
            if (now < was) {
                noted.wrong("total " + total + " fell from " + was + " to " + now);
            }
        }
        stood(before, acknowledged);
    }

    /** A total stands still only where something was acknowledged that it does not count yet. */
    private void stood(long before, long acknowledged) {
        long now = most.getOrDefault("/updates", 0L);
        long time = System.nanoTime();
        if (now > before || now >= acknowledged) {
            since = time;
        }
        stall = Math.max(stall, time - since);
    }

    /** The longest time that the number of updates stood still while more had been acknowledged. */
    Duration stall() {
        return Duration.ofNanos(stall);
    }
}
