package org.waymark.progress.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.waymark.progress.dashboard.store.Dashboard.Standing;
import org.waymark.progress.dashboard.store.Filter;
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
        Map<String, Name> names = directory.names(
                standings.stream().map(one -> one.card().promise().lead()).toList());
        LocalDate today = today();
        return standings.stream()
                .map(one -> CardView.of(one, names.get(one.card().promise().lead()), today))
                .toList();
    }

    /** Totals are kept by one dimension at a time. */
    private static Tally.Key key(Filter filter) {
        Map<String, Tally.Key> asked = new LinkedHashMap<>();
        add(asked, "group", "group", filter.group());
        add(asked, "partner", "partner", filter.partner());
        add(asked, "country", "country", filter.country());
        add(asked, "level", "level", filter.level());
        add(asked, "region", "region", filter.region());
        add(asked, "sdgTarget", "sdg-target", filter.sdgTarget());
        add(asked, "workstream", "workstream", filter.workstream());
        if (asked.size() > 1) {
            throw Problem.invalid(
                    List.copyOf(asked.keySet()).get(1),
                    "Totals are kept for one of group, partner, country, level, region, sdgTarget and workstream at a"
                            + " time.");
        }
        return asked.isEmpty() ? Tally.Key.ALLIANCE : asked.values().iterator().next();
    }

    private static void add(Map<String, Tally.Key> asked, String parameter, String dimension, @Nullable String value) {
        if (value != null) {
            asked.put(parameter, new Tally.Key(dimension, value));
        }
    }
}
