package org.waymark.progress.dashboard.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Happened;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.store.Dashboard;
import org.waymark.progress.dashboard.store.Dashboard.Standing;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.dashboard.store.Journal;
import org.waymark.progress.dashboard.store.Place;
import org.waymark.progress.dashboard.web.Shares.Share;
import org.waymark.progress.directory.Directory;
import org.waymark.progress.directory.Directory.Name;

/** Finds the events a figure is made of, and names whose they are. */
@Service
class ActivityService {

    private static final Comparator<Happened> NEWEST_FIRST = Comparator.comparing(
                    Place::of, Comparator.comparing(Place::time).thenComparing(Place::id))
            .reversed();

    private final Journal journal;
    private final Figures figures;
    private final Dashboard dashboard;
    private final Directory directory;

    ActivityService(Journal journal, Figures figures, Dashboard dashboard, Directory directory) {
        this.journal = journal;
        this.figures = figures;
        this.dashboard = dashboard;
        this.directory = directory;
    }

    ActivityView all(Filter filter, Difference difference, @Nullable Place after, int limit) {
        List<Happened> found = journal.newestFirst(filter, null, difference, after, limit + 1);
        List<Share> shares =
                found.stream().limit(limit).map(event -> new Share(event, 0)).toList();
        Place next = found.size() > limit ? Place.of(shares.getLast().event()) : null;
        return view(null, difference, new Shares(shares, next));
    }

    ActivityView of(Figure figure, Filter filter, Difference difference, @Nullable Place after, int limit) {
        Map<String, Long> to = figures.totals(filter, difference.to());
        Map<String, Long> from = difference.from() == null ? Map.of() : figures.totals(filter, difference.from());
        Shares shares = figure.countsOrganizations()
                ? firstReports(figure, filter, difference, after, limit)
                : Shares.page(
                        (place, most) -> journal.newestFirst(filter, figure.measure(), difference, place, most),
                        event -> difference.of(event, figure.measure()),
                        after,
                        limit);
        return view(Difference.of(figure, from, to), difference, shares);
    }

    /** An organization counts by the first of its updates. */
    private Shares firstReports(Figure figure, Filter filter, Difference difference, @Nullable Place after, int limit) {
        Map<Happened, Long> shares = new HashMap<>();
        firstReports(figure, filter, difference.to(), 1, shares);
        if (difference.from() != null) {
            firstReports(figure, filter, difference.from(), -1, shares);
        }
        List<Happened> events = shares.keySet().stream().sorted(NEWEST_FIRST).toList();
        return Shares.page(
                (place, most) -> events.stream()
                        .filter(event -> place == null || isAfter(event, place))
                        .limit(most)
                        .toList(),
                event -> Objects.requireNonNull(shares.get(event)),
                after,
                limit);
    }

    private void firstReports(Figure figure, Filter filter, Point point, long sign, Map<Happened, Long> shares) {
        long organizations = figure.of(figures.totals(filter, point));
        journal.firstReports(filter, point, organizations, directory.survivors(point.knownAt()))
                .values()
                .forEach(event -> shares.merge(event, sign, Long::sum));
    }

    private static boolean isAfter(Happened event, Place place) {
        int byTime = event.time().compareTo(place.time());
        return byTime == 0 ? Place.of(event).id().compareTo(place.id()) < 0 : byTime < 0;
    }

    private ActivityView view(@Nullable Long total, Difference difference, Shares page) {
        List<Happened> events = page.shares().stream().map(Share::event).toList();
        Map<String, Standing> cards =
                dashboard.cards(events.stream().map(Happened::commitment).toList());
        Map<String, Name> names = directory.names(
                events.stream().map(Happened::lead).toList(),
                difference.to().asOf(),
                difference.to().knownAt());
        Place next = page.next();
        return new ActivityView(
                total,
                page.shares().stream()
                        .map(share -> item(share, total != null, cards, names))
                        .toList(),
                next == null ? null : Asked.cursor(next.time().toEpochMilli(), next.id()));
    }

    private static ActivityView.Item item(
            Share share, boolean isCounted, Map<String, Standing> cards, Map<String, Name> names) {
        Happened event = share.event();
        Standing card = cards.get(event.commitment());
        return new ActivityView.Item(
                event.commitment(),
                event.sequence(),
                event.type(),
                event.time(),
                names.getOrDefault(event.lead(), new Name(event.lead(), "")),
                card == null ? null : card.card().promise().title(),
                isCounted ? share.change() : null,
                Links.history(event.commitment()));
    }
}
