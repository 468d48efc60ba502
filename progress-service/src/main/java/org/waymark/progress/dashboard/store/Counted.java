package org.waymark.progress.dashboard.store;

import java.util.List;
import org.waymark.platform.Event;
import org.waymark.platform.Projection.Step;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Change;

/** An event folded into a card, and what it changes in what is counted. */
record Counted(Event event, int partition, long offset, Card after, List<Change> changes) {

    static Counted of(Step<Card> step) {
        return new Counted(
                step.event(), step.partition(), step.offset(), step.after(), Change.of(step.before(), step.after()));
    }
}
