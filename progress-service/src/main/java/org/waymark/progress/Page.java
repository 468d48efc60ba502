package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;

/** Lists all look like this; {@code next} is the cursor of the next page, and there even where there is none. */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    private static final int MOST = 200;

    /** @throws Problem 400 for a page that is empty or too long */
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "From 1 to " + MOST + ".");
        }
    }
}
