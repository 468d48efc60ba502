package org.waymark.platform;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Feed} keeps per aggregate: a view folded from its events. Folding is a pure function of the view and the
 * event: no clock, no look-up. The feed guards order, repetition and holes; a projection never sees them.
 */
public interface Projection<V> {

    /** Whether {@link #apply} knows this type. */
    boolean understands(String type);

    /** Types that only move the sequence on. A type neither understood nor ignored holds the aggregate. */
    boolean ignores(String type);

    /**
     * @param view null before the first event
     * @throws RuntimeException when the event cannot be read; the aggregate is then held
     */
    V apply(@Nullable V view, Event event);

    V read(Document stored);

    Document write(V view);

    /**
     * What must be stored before the views of a batch are. May be called again with the same steps, or with newer ones
     * where a view had changed meanwhile; it must come to the same then.
     */
    default void beforeViews(List<Step<V>> steps) {}

    /**
     * One event folded into one view.
     *
     * @param partition of the topic, and
     * @param offset in it, of the record by which the event came to be applied; the same again on every replay
     */
    record Step<V>(
            Event event,
            int partition,
            long offset,
            @Nullable V before,
            V after) {}
}
