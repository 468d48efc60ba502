package org.waymark.partner.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A country on its way to be a Pathfinder Country: the stages it has reached, each with its day, first things first. One
 * that nobody knows the day of may be left out.
 */
public record PathfinderCountry(Country country, List<Reached> stages) {

    /** A stage, and the day on which it was reached. */
    public record Reached(PathfinderStage stage, LocalDate on) {}

    public PathfinderCountry {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw Refusal.ofField("stages", "Name at least the stage it has reached.");
        }
        for (int i = 1; i < stages.size(); i++) {
            check(i, stages.get(i - 1), stages.get(i));
        }
    }

    private static void check(int index, Reached before, Reached next) {
        if (next.stage().compareTo(before.stage()) <= 0) {
            throw Refusal.ofField(
                    "stages[" + index + "].stage",
                    "The stage " + next.stage().word() + " comes before "
                            + before.stage().word() + ".");
        }
        if (next.on().isBefore(before.on())) {
            throw Refusal.ofField("stages[" + index + "].on", "A stage is not reached before the one ahead of it.");
        }
    }

    /** What has not happened yet is no stage that was reached. */
    public PathfinderCountry reachedBy(LocalDate day) {
        if (stage().on().isAfter(day)) {
            throw Refusal.ofField("stages[" + (stages.size() - 1) + "].on", "This day is yet to come.");
        }
        return this;
    }

    /** The one it stands at. */
    public Reached stage() {
        return stages.getLast();
    }
}
