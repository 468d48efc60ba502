package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.progress.directory.Directory;

/** What the keys of a dimension were called on a day; a key that says it all has no name. */
@Component
class KeyNames {

    private final Directory directory;

    KeyNames(Directory directory) {
        this.directory = directory;
    }

    Map<String, String> of(String dimension, Collection<String> keys, LocalDate asOf, LocalDate knownAt) {
        Map<String, String> names = new HashMap<>();
        switch (dimension) {
            case "partner", "group" ->
                directory.names(keys, asOf, knownAt).forEach((id, found) -> names.put(id, found.name()));
            case "country" -> keys.forEach(key -> names.put(key, PlaceNames.country(key)));
            case "region" -> keys.forEach(key -> names.put(key, PlaceNames.region(key)));
            default -> {}
        }
        return names;
    }
}
