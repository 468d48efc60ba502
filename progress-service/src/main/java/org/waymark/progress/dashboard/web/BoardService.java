package org.waymark.progress.dashboard.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.progress.dashboard.live.Positions;
import org.waymark.progress.dashboard.store.Cards;
import org.waymark.progress.dashboard.store.Dashboard;
import org.waymark.progress.dashboard.store.Dashboard.Standing;
import org.waymark.progress.dashboard.store.Filter;
import org.waymark.progress.directory.Directory;
import org.waymark.progress.directory.Directory.Name;

/** Cards with their partners' names: the same for the API and the page. */
@Service
class BoardService {

    private final Dashboard dashboard;
    private final Cards cards;
    private final Directory directory;
    private final Figures figures;

    BoardService(Dashboard dashboard, Cards cards, Directory directory, Figures figures) {
        this.dashboard = dashboard;
        this.cards = cards;
        this.directory = directory;
        this.figures = figures;
    }

    /** From where on the stream tells what a page read after this may not show yet. */
    String position() {
        return new Positions(new TreeMap<>(dashboard.positions())).toString();
    }

    Optional<CardView> card(String id, @Nullable Long atLeast) {
        return (atLeast == null ? dashboard.card(id) : waited(id, atLeast))
                .map(standing -> views(List.of(standing)).getFirst());
    }

    List<CardView> views(Cards.Listed found) {
        return views(found.cards());
    }

    List<CardView> latest(int limit) {
        return views(cards.list(Filter.ALL, null, Cards.Order.CHANGED, null, limit));
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
        LocalDate today = figures.today();
        return standings.stream()
                .map(one -> CardView.of(one, names.get(one.card().promise().lead()), today))
                .toList();
    }
}
