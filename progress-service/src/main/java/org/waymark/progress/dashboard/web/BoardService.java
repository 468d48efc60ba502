package org.waymark.progress.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.progress.dashboard.live.Positions;
import org.waymark.progress.dashboard.store.Dashboard;
import org.waymark.progress.dashboard.store.Dashboard.Standing;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.dashboard.store.Totals;
import org.waymark.progress.directory.Directory;
import org.waymark.progress.directory.Directory.Name;

/** Cards with their partners' names, and totals: the same for the API and the page. */
@Service
class BoardService {

    private final Dashboard dashboard;
    private final Totals totals;
    private final Directory directory;
    private final Clock clock;

    BoardService(Dashboard dashboard, Totals totals, Directory directory, Clock clock) {
        this.dashboard = dashboard;
        this.totals = totals;
        this.directory = directory;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    SummaryView summary(Filter filter, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        LocalDate known = knownAt == null ? today() : knownAt;
        LocalDate of = asOf == null ? today() : asOf;
        Map<String, Long> found = of.equals(known) && known.equals(today())
                ? totals.now(filter, known)
                : totals.course(filter, known).on(of);
        return SummaryView.of(found, of, known, null);
    }

    /** From where on the stream tells what a page read after this may not show yet. */
    String position() {
        return new Positions(new TreeMap<>(dashboard.positions())).toString();
    }

    Optional<CardView> card(String id, @Nullable Long atLeast) {
        return (atLeast == null ? dashboard.card(id) : waited(id, atLeast))
                .map(standing -> views(List.of(standing)).getFirst());
    }

    List<CardView> cards(Filter filter, @Nullable String after, int limit) {
        return views(dashboard.cards(filter, after, limit));
    }

    List<CardView> latest(int limit) {
        return views(dashboard.latest(limit));
    }

    private Optional<Standing> waited(String id, long atLeast) {
        try {
            return dashboard.card(id, atLeast);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return dashboard.card(id);
        }
    }

    private List<CardView> views(Collection<Standing> standings) {
        Map<String, Name> names = directory.names(
                standings.stream().map(one -> one.card().promise().lead()).toList());
        LocalDate today = today();
        return standings.stream()
                .map(one -> CardView.of(one, names.get(one.card().promise().lead()), today))
                .toList();
    }
}
