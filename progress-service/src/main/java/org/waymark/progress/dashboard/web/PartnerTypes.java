package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.progress.directory.Directory;

/** What kind of organization partners were on a day, by IATI's OrganisationType. */
@Component
class PartnerTypes {

    private final Directory directory;

    PartnerTypes(Directory directory) {
        this.directory = directory;
    }

    Map<String, String> on(LocalDate day) {
        return directory.typesOn(day);
    }

    Set<String> ofType(String type, LocalDate day) {
        return on(day).entrySet().stream()
                .filter(one -> one.getValue().equals(type))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
