package org.waymark.partner.pathfinders;

import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.PathfinderCountry;
import org.waymark.partner.domain.PathfinderCountry.Reached;
import org.waymark.partner.domain.PathfinderStage;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.wire.EventReading;
import org.waymark.platform.Event;

/** A Pathfinder Country as the store has it. */
final class PathfinderFormat implements Aggregates.Format<PathfinderCountry> {

    @Override
    public PathfinderCountry read(Document state) {
        return new PathfinderCountry(
                new Country(state.getString("country")),
                state.getList("stages", Document.class).stream()
                        .map(row -> new Reached(
                                PathfinderStage.of(row.getString("stage")), LocalDate.parse(row.getString("on"))))
                        .toList());
    }

    @Override
    public Document write(PathfinderCountry pathfinder) {
        return new Document("country", pathfinder.country().alpha3())
                .append(
                        "stages",
                        pathfinder.stages().stream()
                                .map(one -> new Document("stage", one.stage().word())
                                        .append("on", one.on().toString()))
                                .toList());
    }

    @Override
    public boolean concerns(String type) {
        return EventReading.isOfPathfinder(type);
    }

    @Override
    public PathfinderCountry after(Event event) {
        return EventReading.pathfinder(event);
    }

    /** That of the first event is what created it. */
    @Override
    public byte @Nullable [] body(Event event) {
        return event.sequence() == 1
                ? Requests.digest(PathfinderCountries.digested(EventReading.pathfinder(event)))
                : null;
    }
}
