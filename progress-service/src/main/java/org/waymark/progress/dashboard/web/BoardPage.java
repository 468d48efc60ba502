package org.waymark.progress.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.edge.Problem;
import org.waymark.progress.dashboard.store.Filter;

/** The board at {@code /}, and the parts of it that its script fetches again when something changes. */
@Controller
class BoardPage {

    private static final int SHOWN = 100;

    private final BoardService board;
    private final Figures figures;

    BoardPage(BoardService board, Figures figures) {
        this.board = board;
        this.figures = figures;
    }

    /** The position is read first: what the stream tells from there on is all that the page may not show yet. */
    @GetMapping("/")
    String page(Model model) {
        model.addAttribute("position", board.position());
        model.addAttribute("cards", latest());
        model.addAttribute("shown", SHOWN);
        return summary(model, "board");
    }

    @GetMapping("/board/summary")
    String summary(Model model) {
        return summary(model, "board :: summary");
    }

    @GetMapping("/board/cards")
    String cards(Model model) {
        model.addAttribute("cards", latest());
        return "board :: cards";
    }

    @GetMapping("/board/cards/{id}")
    String card(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast, Model model) {
        CardView card = board.card(id, atLeast).orElseThrow(() -> Problem.notFound("commitment"));
        model.addAttribute("cards", List.of(BoardItem.of(card)));
        return "board :: cards";
    }

    private String summary(Model model, String view) {
        model.addAttribute(
                "summary", BoardSummary.of(figures.summary(Filter.ALL, figures.point(Filter.ALL, null, null))));
        return view;
    }

    private List<BoardItem> latest() {
        return board.latest(SHOWN).stream().map(BoardItem::of).toList();
    }
}
