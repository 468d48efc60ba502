package org.waymark.partner.groups;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.Seats;
import org.waymark.partner.domain.Workstream;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;

@RestController
@RequestMapping("/api/action-groups")
class ActionGroupController {

    private final ActionGroups groups;
    private final Clock clock;

    ActionGroupController(ActionGroups groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<ActionGroupBody> create(
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ActionGroupRequests.Create request) {
        Stored<ActionGroup> stored = groups.create(Caller.current(), key, request);
        return Requests.created(stored, "/api/action-groups", ActionGroupBody.of(stored));
    }

    @GetMapping
    Page<ActionGroupBody> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return groups.page(cursor, limit).map(ActionGroupBody::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ActionGroupBody> read(@PathVariable String id) {
        Stored<ActionGroup> stored = groups.get(id);
        return Requests.ok(stored, ActionGroupBody.of(stored));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ActionGroupBody> describe(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ActionGroupRequests.Describe request) {
        Sender sender = request.seats() == null
                ? Requests.sender(Caller.current(), key, "rename", request.name())
                : Requests.sender(Caller.current(), key, "describe", request.name(), request.seats());
        Stored<ActionGroup> stored = groups.describe(id, ifMatch, sender, request.name(), request.seats());
        return Requests.ok(stored, ActionGroupBody.of(stored));
    }

    @PutMapping("/{id}/co-chairs")
    ResponseEntity<ActionGroupBody> appoint(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ActionGroupRequests.Appoint request) {
        Sender sender = Requests.sender(Caller.current(), key, "appoint", ActionGroups.digested(request.terms()));
        Stored<ActionGroup> stored = groups.appoint(id, ifMatch, sender, request.terms());
        return Requests.ok(stored, ActionGroupBody.of(stored));
    }

    @PutMapping("/{id}/workstreams")
    ResponseEntity<ActionGroupBody> organize(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ActionGroupRequests.Organize request) {
        List<Workstream> workstreams = Aggregates.orProblem(request::streams);
        Sender sender = Requests.sender(Caller.current(), key, "organize", workstreams);
        Stored<ActionGroup> stored = groups.organize(id, ifMatch, sender, workstreams);
        return Requests.ok(stored, ActionGroupBody.of(stored));
    }

    /** Of a day, so it has no sequence for an ETag: a seat falls vacant without anything being changed. */
    @GetMapping("/{id}/seats")
    SeatsBody seats(@PathVariable String id, @RequestParam(required = false) @Nullable LocalDate on) {
        LocalDate day = on == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : on;
        return SeatsBody.of(Seats.of(groups.get(id).value(), day));
    }
}
