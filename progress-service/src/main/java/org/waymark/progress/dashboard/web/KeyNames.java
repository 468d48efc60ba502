package org.waymark.progress.dashboard.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.progress.directory.Directory;

/** What the keys of a dimension are called; a key that says it all has no name. */
@Component
class KeyNames {

    private final Directory directory;

    KeyNames(Directory directory) {
        this.directory = directory;
    }

    Map<String, String> of(String dimension, Collection<String> keys) {
        Map<String, String> names = new HashMap<>();
        switch (dimension) {
            case "partner", "group" -> directory.names(keys).forEach((id, found) -> names.put(id, found.name()));
            case "country" -> keys.forEach(key -> names.put(key, PlaceNames.country(key)));
            case "region" -> keys.forEach(key -> names.put(key, PlaceNames.region(key)));
            default -> {}
        }
        return names;
    }
}
