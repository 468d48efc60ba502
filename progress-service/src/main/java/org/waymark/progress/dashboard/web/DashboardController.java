package org.waymark.progress.dashboard.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.store.Cards;
import org.waymark.progress.dashboard.store.Filter;

/** Cards, readable without sign-in as all of {@code /api/dashboard} but alerts. */
@RestController
@RequestMapping("/api/dashboard")
class DashboardController {

    private final BoardService board;
    private final Cards cards;
    private final Figures figures;

    DashboardController(BoardService board, Cards cards, Figures figures) {
        this.board = board;
        this.cards = cards;
        this.figures = figures;
    }

    /**
     * A cursor is a place in the order asked for: what comes or goes before it moves nothing.
     *
     * @param sort id, heard (silent for longest first, before them those never heard of), slipped (by the most days
     *     first), gap (the most milestones reported and not verified first) or changed (the newest first)
     */
    @GetMapping("/commitments")
    Page<CardView> cards(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "id") String sort,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        Cards.Order order = Kebab.parse(Cards.Order.class, sort)
                .orElseThrow(() -> Problem.invalid("sort", "One of: id, heard, slipped, gap, changed."));
        Point today = figures.point(filter, null, null);
        Cards.Listed found = cards.list(filter, today.leads(), order, after(order, cursor), limit);
        Cards.Place next = found.next();
        return new Page<>(board.views(found), next == null ? null : cursor(order, next));
    }

    private static Cards.@Nullable Place after(Cards.Order order, @Nullable String cursor) {
        if (order == Cards.Order.ID) {
            return cursor == null ? null : new Cards.Place(null, cursor);
        }
        return Asked.place(
                cursor,
                2,
                parts -> new Cards.Place(
                        parts.getFirst().isEmpty() ? null : Long.valueOf(parts.getFirst()), parts.getLast()));
    }

    private static String cursor(Cards.Order order, Cards.Place next) {
        return order == Cards.Order.ID ? next.id() : Asked.cursor(next.value() == null ? "" : next.value(), next.id());
    }

    /** {@code atLeast} waits up to two seconds for the card to have come that far, so that one reads one's own writes. */
    @GetMapping("/commitments/{id}")
    ResponseEntity<CardView> card(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast) {
        CardView card = board.card(id, atLeast).orElseThrow(() -> Problem.notFound("commitment"));
        return ResponseEntity.ok()
                .eTag(Problem.etag(card.sequence()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(card);
    }
}
