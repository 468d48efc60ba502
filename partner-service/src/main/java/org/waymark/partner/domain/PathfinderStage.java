package org.waymark.partner.domain;

import java.util.Arrays;
import java.util.Locale;

/**
 * How far a country has come on its way to be a Pathfinder Country of Alliance 8.7, in this order
 * (https://www.alliance87.org/pathfinder-countries).
 */
public enum PathfinderStage {
    INTERESTED,
    CANDIDATE,
    WORKSHOP_HELD,
    ROADMAP_SUBMITTED,
    PATHFINDER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Refusal when there is no such stage */
    public static PathfinderStage of(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField(
                        "stage",
                        "A stage is one of interested, candidate, workshop-held, roadmap-submitted, pathfinder."));
    }
}
