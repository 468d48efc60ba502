package org.waymark.progress.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;

/** What requests on figures and lists have in common. */
final class Asked {

    private static final String BETWEEN = "\n";

    private Asked() {}

    /**
     * Days in UTC, today where nothing is said.
     *
     * @param sinceAsOf with {@code sinceKnownAt}, the point to compare with
     */
    record Days(
            @Nullable LocalDate asOf,
            @Nullable LocalDate knownAt,
            @Nullable LocalDate sinceAsOf,
            @Nullable LocalDate sinceKnownAt) {}

    /** A place in a list, by what it is sorted by; nobody but this service is to read it. */
    static String cursor(Object... parts) {
        List<String> texts = Stream.of(parts).map(String::valueOf).toList();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, texts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 where it is none of ours */
    static <T> @Nullable T place(@Nullable String cursor, int parts, Function<List<String>, T> place) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> found = List.of(text.split(BETWEEN, -1));
            if (found.size() == parts) {
                return place.apply(found);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.invalid("cursor", "Take it from the field next of the page before.");
    }
}
