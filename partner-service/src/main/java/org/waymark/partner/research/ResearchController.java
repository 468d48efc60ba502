package org.waymark.partner.research;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.edge.Caller;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.Research;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;

/** Both kinds, each at a path of its own; they are shared, changed and read alike. */
abstract class ResearchController {

    private final Research.Kind kind;
    private final String path;
    private final ResearchAgenda agenda;

    ResearchController(Research.Kind kind, String path, ResearchAgenda agenda) {
        this.kind = kind;
        this.path = path;
        this.agenda = agenda;
    }

    @PostMapping
    ResponseEntity<ResearchBody> share(
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ResearchRequests.Facts request) {
        Caller caller = Caller.current();
        Research asked = Aggregates.orProblem(() -> request.shared(kind, caller));
        Stored<Research> stored = agenda.share(caller, key, asked);
        return Requests.created(stored, path, ResearchBody.of(stored));
    }

    @GetMapping
    Page<ResearchBody> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return agenda.page(cursor, limit).map(ResearchBody::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ResearchBody> read(@PathVariable String id) {
        Stored<Research> stored = agenda.get(id);
        return Requests.ok(stored, ResearchBody.of(stored));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ResearchBody> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ResearchRequests.Facts request) {
        Caller caller = Caller.current();
        Stored<Research> stored =
                agenda.change(caller, id, ifMatch, Requests.sender(caller, key, request.digested()), request::over);
        return Requests.ok(stored, ResearchBody.of(stored));
    }
}
