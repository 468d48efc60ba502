package org.waymark.faults;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an update says.
 *
 * @param key is also its narrative, by which it is known again
 * @param reached id of the milestone it claims
 */
record Said(
        String key,
        String commitment,
        @Nullable String assessment,
        @Nullable String reached) {

    String path() {
        return "/api/commitments/" + commitment + "/updates";
    }

    String json(LocalDate today) {
        String said = assessment == null ? "" : ", \"assessment\": \"" + assessment + "\"";
        String claim = reached == null
                ? ""
                : ", \"milestones\": [{\"id\": \"%s\", \"status\": \"reached\", \"on\": \"%s\"}]"
                        .formatted(reached, today);
        return "{\"narrative\": \"%s\"%s%s}".formatted(key, said, claim);
    }
}
