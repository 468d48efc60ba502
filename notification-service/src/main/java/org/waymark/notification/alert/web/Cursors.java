package org.waymark.notification.alert.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.notification.alert.store.AlertLists.Place;

/** A place in the list as a word nobody is meant to read. */
final class Cursors {

    private Cursors() {}

    static @Nullable String write(@Nullable Place place) {
        return place == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                (place.raisedAt().toEpochMilli() + " " + place.id()).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 for what this service has not written */
    static @Nullable Place read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            if (parts.length == 2) {
                return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.invalid("cursor", "Take it from \"next\" of the page before, as it is.");
    }
}
