package org.waymark.progress.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.platform.Problem;
import org.waymark.progress.dashboard.domain.Tally;
import org.waymark.progress.dashboard.live.Positions;
import org.waymark.progress.dashboard.store.Dashboard;
import org.waymark.progress.dashboard.store.Dashboard.Filter;
import org.waymark.progress.dashboard.store.Dashboard.Standing;
import org.waymark.progress.directory.Directory;
import org.waymark.progress.directory.Directory.Name;

/** Cards with their partners' names, and totals: the same for the API and the page. */
@Service
class BoardService {

    private final Dashboard dashboard;
    private final Directory directory;
    private final Clock clock;

    BoardService(Dashboard dashboard, Directory directory, Clock clock) {
        this.dashboard = dashboard;
        this.directory = directory;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    SummaryView summary(Filter filter, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        LocalDate known = knownAt == null ? today() : knownAt;
        LocalDate of = asOf == null ? today() : asOf;
        return SummaryView.of(dashboard.total(key(filter), of, known), of, known);
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
        Map<String, Name> names =
                directory.names(standings.stream().map(one -> one.card().lead()).toList());
        LocalDate today = today();
        return standings.stream()
                .map(one -> CardView.of(one, names.get(one.card().lead()), today))
                .toList();
    }

    private static Tally.Key key(Filter filter) {
        List<Tally.Key> keys = new ArrayList<>();
        add(keys, "group", filter.group());
        add(keys, "partner", filter.partner());
        add(keys, "country", filter.country());
        add(keys, "level", filter.level());
        if (keys.size() > 1) {
            throw Problem.invalid(
                    keys.get(1).dimension(), "Totals are kept for one of group, partner, country and level at a time.");
        }
        return keys.isEmpty() ? Tally.Key.ALLIANCE : keys.getFirst();
    }

    private static void add(List<Tally.Key> keys, String dimension, @Nullable String value) {
        if (value != null) {
            keys.add(new Tally.Key(dimension, value));
        }
    }
}
