package org.waymark.partner.groups;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.time.LocalDate;
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
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;

@RestController
@RequestMapping("/api/action-groups")
class ActionGroupController {

    /** An action group as anybody may read it. */
    record Body(
            String id, String name, @JsonProperty("default") boolean isDefault, List<Term> coChairs, long sequence) {

        record Term(
                String partnerId, LocalDate from, @Nullable LocalDate to) {}

        static Body of(Stored<ActionGroup> stored) {
            ActionGroup group = stored.value();
            List<Term> terms = group.coChairs().stream()
                    .map(coChair -> new Term(coChair.partner().toString(), coChair.from(), coChair.to()))
                    .toList();
            return new Body(stored.id(), group.name(), group.isDefault(), terms, stored.sequence());
        }
    }

    private final ActionGroups groups;

    ActionGroupController(ActionGroups groups) {
        this.groups = groups;
    }

    @PostMapping
    ResponseEntity<Body> create(
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ActionGroupRequests.Create request) {
        Stored<ActionGroup> stored = groups.create(Caller.current(), key, request.name(), request.terms());
        return Requests.created(stored, "/api/action-groups", Body.of(stored));
    }

    @GetMapping
    Page<Body> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return groups.page(cursor, limit).map(Body::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<Body> read(@PathVariable String id) {
        Stored<ActionGroup> stored = groups.get(id);
        return Requests.ok(stored, Body.of(stored));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Body> rename(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ActionGroupRequests.Rename request) {
        Sender sender = Requests.sender(Caller.current(), key, "rename", request.name());
        Stored<ActionGroup> stored = groups.rename(id, ifMatch, sender, request.name());
        return Requests.ok(stored, Body.of(stored));
    }

    @PutMapping("/{id}/co-chairs")
    ResponseEntity<Body> appoint(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody ActionGroupRequests.Appoint request) {
        Sender sender = Requests.sender(Caller.current(), key, "appoint", ActionGroups.digested(request.terms()));
        Stored<ActionGroup> stored = groups.appoint(id, ifMatch, sender, request.terms());
        return Requests.ok(stored, Body.of(stored));
    }
}
