package org.waymark.progress.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.platform.Problem;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.store.Filter;

/** Cards, readable without sign-in as all of {@code /api/dashboard} but alerts. */
@RestController
@RequestMapping("/api/dashboard")
class DashboardController {

    private final BoardService board;

    DashboardController(BoardService board) {
        this.board = board;
    }

    @GetMapping("/commitments")
    Page<CardView> cards(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        List<CardView> found = board.cards(filter, cursor, limit + 1);
        List<CardView> items = found.stream().limit(limit).toList();
        return new Page<>(items, found.size() > limit ? items.getLast().id() : null);
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
