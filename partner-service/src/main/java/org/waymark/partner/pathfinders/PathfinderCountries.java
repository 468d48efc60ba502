package org.waymark.partner.pathfinders;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.PathfinderCountry;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Outcome;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;
import org.waymark.partner.wire.PublicEvents;
import org.waymark.platform.Uuids;

/** Records and finds Pathfinder Countries; a country is one aggregate, whose id is derived from its code. */
final class PathfinderCountries {

    private final Aggregates<PathfinderCountry> pathfinders;

    PathfinderCountries(Aggregates<PathfinderCountry> pathfinders) {
        this.pathfinders = pathfinders;
    }

    Stored<PathfinderCountry> record(Sender sender, PathfinderCountry asked) {
        return pathfinders.create(idOf(asked.country()), sender, () -> outcome(asked));
    }

    Stored<PathfinderCountry> correct(@Nullable String ifMatch, Sender sender, PathfinderCountry asked) {
        return pathfinders.change(
                idOf(asked.country()),
                ifMatch,
                sender,
                before -> before.equals(asked) ? new Outcome<>(before, List.of()) : outcome(asked));
    }

    Stored<PathfinderCountry> get(Country country) {
        return pathfinders.get(idOf(country));
    }

    Page<Stored<PathfinderCountry>> page(@Nullable String cursor, int limit) {
        return pathfinders.page(cursor, limit);
    }

    /** Of the values alone, so that no class shows in a digest that is kept. */
    static String digested(PathfinderCountry asked) {
        return asked.stages().stream()
                .map(one -> one.stage().word() + " " + one.on())
                .collect(Collectors.joining("\n", asked.country().alpha3() + "\n", ""));
    }

    private static Outcome<PathfinderCountry> outcome(PathfinderCountry after) {
        return new Outcome<>(after, List.of(PublicEvents.of(after)));
    }

    private static String idOf(Country country) {
        return Uuids.of("pathfinder-countries", country.alpha3()).toString();
    }
}
