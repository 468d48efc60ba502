package org.waymark.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;

/**
 * A piece of a list.
 *
 * @param next what to ask for as {@code cursor} next; null on the last page
 */
public record Page<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    private static final int LARGEST = 200;

    /** @throws Problem 400 */
    public static int checked(int limit, String what) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit", "Ask for 1 to " + LARGEST + " " + what + ".");
        }
        return limit;
    }
}
