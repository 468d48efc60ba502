package org.waymark.platform;

import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import org.bson.BSONException;
import org.waymark.edge.Problem;
import tools.jackson.core.JacksonException;

/**
 * Tells a failure that lies in what an event says from one of a store or broker that is away: the first comes again as
 * often as it is tried, the second passes.
 */
final class Unstorable {

    private static final List<Class<?>> OF_THE_DATA = List.of(
            NullPointerException.class,
            IllegalArgumentException.class,
            IndexOutOfBoundsException.class,
            ClassCastException.class,
            ArithmeticException.class,
            DateTimeException.class,
            NoSuchElementException.class,
            JacksonException.class,
            BSONException.class);

    private Unstorable() {}

    static boolean is(RuntimeException failure) {
        return failure instanceof Problem problem
                ? problem.status().is4xxClientError()
                : OF_THE_DATA.stream().anyMatch(kind -> kind.isInstance(failure));
    }
}
