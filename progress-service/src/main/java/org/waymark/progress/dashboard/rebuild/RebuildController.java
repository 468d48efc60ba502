package org.waymark.progress.dashboard.rebuild;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.store.Generation;
import org.waymark.progress.dashboard.store.Generations;

/** {@code /api/operations/rebuilds}: makes the read model anew while it serves. For the secretariat alone. */
@RestController
@RequestMapping("/api/operations/rebuilds")
class RebuildController {

    private final Rebuilds rebuilds;
    private final Generations generations;
    private final Clock clock;

    RebuildController(Rebuilds rebuilds, Generations generations, Clock clock) {
        this.rebuilds = rebuilds;
        this.generations = generations;
        this.clock = clock;
    }

    /** Begins one, or answers with the one that is under way. */
    @PostMapping
    ResponseEntity<RebuildView> start() {
        secretariat();
        Generation begun = rebuilds.start();
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/rebuilds/" + begun.number()))
                .body(view(begun));
    }

    /** The newest first. */
    @GetMapping
    Page<RebuildView> list() {
        secretariat();
        List<RebuildView> all = generations.all().stream().map(this::view).toList();
        return new Page<>(all, null);
    }

    @GetMapping("/{generation}")
    RebuildView get(@PathVariable int generation) {
        secretariat();
        return view(generations.find(generation).orElseThrow(() -> Problem.notFound("generation")));
    }

    /** Lets one serve that differs from the one that does, or that did before. */
    @PostMapping("/{generation}/switch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchTo(@PathVariable int generation) {
        secretariat();
        rebuilds.switchTo(generation);
    }

    /** Removes one that does not serve. */
    @DeleteMapping("/{generation}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable int generation) {
        secretariat();
        rebuilds.discard(generation);
    }

    private RebuildView view(Generation one) {
        return RebuildView.of(one, clock.instant());
    }

    private static void secretariat() {
        Caller.current().require("secretariat");
    }
}
