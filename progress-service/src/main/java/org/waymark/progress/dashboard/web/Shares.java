package org.waymark.progress.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Happened;
import org.waymark.progress.dashboard.store.Place;

/**
 * A page of events, each with its share in a figure.
 *
 * @param next from where to go on; null at the end
 */
record Shares(List<Share> shares, @Nullable Place next) {

    private static final int READ_AT_ONCE = 250;
    private static final int READ_AT_MOST = 5_000;

    record Share(Happened event, long change) {}

    /** The next events after a place, the newest first, at most so many. */
    interface Reading {
        List<Happened> after(@Nullable Place place, int limit);
    }

    /** Passes over what has no share, though not for ever: then the page stays shorter. */
    static Shares page(Reading reading, ToLongFunction<Happened> share, @Nullable Place after, int limit) {
        List<Share> found = new ArrayList<>();
        Place place = after;
        for (int read = 0; read < READ_AT_MOST; read += READ_AT_ONCE) {
            List<Happened> events = reading.after(place, READ_AT_ONCE);
            for (Happened event : events) {
                long change = share.applyAsLong(event);
                if (change != 0 && found.size() == limit) {
                    return new Shares(found, Place.of(found.getLast().event()));
                }
                if (change != 0) {
                    found.add(new Share(event, change));
                }
                place = Place.of(event);
            }
            if (events.size() < READ_AT_ONCE) {
                return new Shares(found, null);
            }
        }
        return new Shares(found, place);
    }
}
