package org.waymark.progress.dashboard.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.directory.Directory.Name;

/**
 * A page of what happened.
 *
 * @param total what the changes of all pages add up to; absent where no figure was asked for
 */
record ActivityView(
        @Nullable Long total,
        List<Item> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /**
     * @param partner the lead
     * @param title the commitment's, as it is today; absent until its card can be shown
     * @param change by how much the event moves the figure; absent where none was asked for
     * @param link to all events of the commitment
     */
    record Item(
            String commitmentId,
            long sequence,
            String type,
            Instant recordedAt,
            Name partner,
            @Nullable String title,
            @Nullable Long change,
            String link) {}
}
