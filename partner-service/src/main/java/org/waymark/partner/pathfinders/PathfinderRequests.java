package org.waymark.partner.pathfinders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.PathfinderCountry;
import org.waymark.partner.domain.PathfinderCountry.Reached;
import org.waymark.partner.domain.PathfinderStage;
import org.waymark.partner.domain.Refusal;

/** What is sent about Pathfinder Countries. */
final class PathfinderRequests {

    private PathfinderRequests() {}

    record Enter(
            @NotNull String country, @NotNull @Size(max = 5) List<@NotNull @Valid Stage> stages) {

        PathfinderCountry asked(LocalDate today) {
            return new PathfinderCountry(new Country(country), PathfinderRequests.reached(stages)).reachedBy(today);
        }
    }

    record Correct(@NotNull @Size(max = 5) List<@NotNull @Valid Stage> stages) {

        PathfinderCountry asked(Country country, LocalDate today) {
            return new PathfinderCountry(country, PathfinderRequests.reached(stages)).reachedBy(today);
        }
    }

    record Stage(@NotNull String stage, @NotNull LocalDate on) {}

    private static List<Reached> reached(List<Stage> sent) {
        return IntStream.range(0, sent.size())
                .mapToObj(i -> new Reached(
                        Refusal.within(
                                "stages[" + i + "]",
                                () -> PathfinderStage.of(sent.get(i).stage())),
                        sent.get(i).on()))
                .toList();
    }
}
