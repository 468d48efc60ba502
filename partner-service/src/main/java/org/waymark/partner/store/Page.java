package org.waymark.partner.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;

/**
 * One page of a list.
 *
 * @param next to be sent as {@code cursor} for the next page; null, and said so, on the last
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    public static final int LARGEST = 200;

    /** @throws Problem 400 where it is no number of items that a page has */
    public static int checked(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw Problem.invalid("limit", "A page has 1 to " + LARGEST + " items.");
        }
        return limit;
    }

    /** Of one item more than the limit where there is a next page. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        return new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }
}
