package org.waymark.progress.dashboard.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.dashboard.store.Place;

/** The events a figure is made of. */
@RestController
@RequestMapping("/api/dashboard")
class ActivityController {

    private final ActivityService activity;
    private final Figures figures;

    ActivityController(ActivityService activity, Figures figures) {
        this.activity = activity;
        this.figures = figures;
    }

    /**
     * The newest first. With a {@code measure}, those that move this figure, each with by how much: the changes of all
     * pages add up to {@code total}, which is the figure, or with {@code sinceAsOf} or {@code sinceKnownAt} what became of
     * it since then. Without one, whatever was recorded up to the end of {@code knownAt}. A page may be shorter than
     * asked for and still have a next.
     */
    @GetMapping("/activity")
    ActivityView activity(
            @RequestParam(required = false) @Nullable String measure,
            @ModelAttribute Filter filter,
            @ModelAttribute Asked.Days days,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        Place after = Asked.place(
                cursor, 2, parts -> new Place(Instant.ofEpochMilli(Long.parseLong(parts.getFirst())), parts.getLast()));
        Difference difference = figures.difference(filter, days);
        return measure == null
                ? activity.all(filter, difference, after, limit)
                : activity.of(Figures.figure(measure), filter, difference, after, limit);
    }
}
