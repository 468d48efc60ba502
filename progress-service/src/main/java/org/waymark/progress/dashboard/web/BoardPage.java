package org.waymark.progress.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.platform.Problem;
import org.waymark.progress.dashboard.store.Dashboard.Filter;

/** The board at {@code /}, and the two parts of it that its script fetches again when something changes. */
@Controller
class BoardPage {

    private static final int SHOWN = 100;
    private static final Filter ALL = new Filter(null, null, null, null);

    private final BoardService board;

    BoardPage(BoardService board) {
        this.board = board;
    }

    @GetMapping("/")
    String page(Model model) {
        model.addAttribute("summary", board.summary(ALL, null, null));
        model.addAttribute("cards", board.latest(SHOWN));
        return "board";
    }

    @GetMapping("/board/summary")
    String summary(Model model) {
        model.addAttribute("summary", board.summary(ALL, null, null));
        return "board :: summary";
    }

    @GetMapping("/board/cards/{id}")
    String card(@PathVariable String id, @RequestParam(required = false) @Nullable Long atLeast, Model model) {
        model.addAttribute("cards", List.of(board.card(id, atLeast).orElseThrow(() -> Problem.notFound("commitment"))));
        return "board :: cards";
    }
}
