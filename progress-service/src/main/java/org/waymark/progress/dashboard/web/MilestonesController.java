package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.domain.Schedule;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.dashboard.store.Milestones;
import org.waymark.progress.dashboard.store.Milestones.Due;
import org.waymark.progress.directory.Directory;
import org.waymark.progress.directory.Directory.Name;

/** Open milestones of all commitments. */
@RestController
@RequestMapping("/api/dashboard")
class MilestonesController {

    private static final int MOST_DAYS = 3_650;

    private final Milestones milestones;
    private final Figures figures;
    private final Directory directory;

    MilestonesController(Milestones milestones, Figures figures, Directory directory) {
        this.milestones = milestones;
        this.figures = figures;
        this.directory = directory;
    }

    enum State {
        UPCOMING,
        OVERDUE,
        SLIPPED
    }

    /**
     * @param partner the commitment's lead
     * @param original the day first promised
     * @param days until it is due, less than 0 once that has gone by; by the day in UTC
     */
    record Item(
            String commitmentId,
            String title,
            Name partner,
            Of milestone,
            LocalDate due,
            LocalDate original,
            int slips,
            long slippedDays,
            long days,
            String link) {

        record Of(String id, String title) {}
    }

    /**
     * What is due first comes first.
     *
     * @param state upcoming (due today or within so many days), overdue (its day has gone by) or slipped (put off at
     *     least once, whenever it is due)
     */
    @GetMapping("/milestones")
    Page<Item> milestones(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "upcoming") String state,
            @RequestParam(defaultValue = "90") int within,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        if (within < 0 || within > MOST_DAYS) {
            throw Problem.invalid("within", "From 0 to " + MOST_DAYS + " days.");
        }
        State wanted = Kebab.parse(State.class, state)
                .orElseThrow(() -> Problem.invalid("state", "One of: upcoming, overdue, slipped."));
        Milestones.Place after =
                Asked.place(cursor, 3, parts -> new Milestones.Place(parts.getFirst(), parts.get(1), parts.getLast()));
        List<Due> found = milestones.find(wanted(filter, wanted, within), after, limit + 1);
        List<Due> page = found.stream().limit(limit).toList();
        Milestones.Place next = found.size() > limit ? page.getLast().place() : null;
        return new Page<>(
                items(page), next == null ? null : Asked.cursor(next.due(), next.commitment(), next.milestone()));
    }

    private Milestones.Wanted wanted(Filter filter, State state, int within) {
        LocalDate today = figures.today();
        var leads = figures.point(filter, null, null).leads();
        return switch (state) {
            case UPCOMING -> new Milestones.Wanted(filter, leads, today, today.plusDays(within), false);
            case OVERDUE -> new Milestones.Wanted(filter, leads, null, today.minusDays(1), false);
            case SLIPPED -> new Milestones.Wanted(filter, leads, null, null, true);
        };
    }

    private List<Item> items(List<Due> page) {
        Map<String, Name> names = directory.names(
                page.stream().map(one -> one.of().card().promise().lead()).toList());
        LocalDate today = figures.today();
        return page.stream().map(one -> item(one, names, today)).toList();
    }

    private static Item item(Due one, Map<String, Name> names, LocalDate today) {
        String lead = one.of().card().promise().lead();
        Schedule schedule = one.milestone().schedule();
        return new Item(
                one.of().id(),
                one.of().card().promise().title(),
                names.getOrDefault(lead, new Name(lead, "")),
                new Item.Of(one.milestone().id(), one.milestone().title()),
                schedule.due(),
                schedule.original(),
                schedule.slips(),
                schedule.slippedDays(),
                ChronoUnit.DAYS.between(today, schedule.due()),
                Links.commitment(one.of().id()));
    }
}
