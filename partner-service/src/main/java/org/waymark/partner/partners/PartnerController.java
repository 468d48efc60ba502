package org.waymark.partner.partners;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;

@RestController
@RequestMapping("/api/partners")
class PartnerController {

    private final Partners partners;
    private final Merges merges;

    PartnerController(Partners partners, Merges merges) {
        this.partners = partners;
        this.merges = merges;
    }

    @PostMapping
    ResponseEntity<PartnerBody> register(
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody PartnerRequests.Register request) {
        PartnerEvent.Registered decided = Aggregates.orProblem(request::decided);
        Stored<Partner> stored = partners.register(Caller.current(), key, decided);
        return Requests.created(stored, "/api/partners", PartnerBody.of(stored));
    }

    @GetMapping
    Page<PartnerBody> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return partners.page(cursor, limit).map(PartnerBody::of);
    }

    /** One that was merged is still told, by a redirection to the one that stands for it. */
    @GetMapping("/{id}")
    ResponseEntity<PartnerBody> read(@PathVariable String id) {
        Stored<Partner> stored = partners.get(id);
        if (stored.value().standing().mergedInto() == null) {
            return Requests.ok(stored, PartnerBody.of(stored));
        }
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create("/api/partners/" + merges.survivor(id).id()))
                .eTag(Problem.etag(stored.sequence()))
                .body(PartnerBody.of(stored));
    }

    /** It does not depend on what was read, so that If-Match is looked at only where it is sent. */
    @PostMapping("/{id}/merge")
    ResponseEntity<PartnerBody> merge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "*") String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody PartnerRequests.Merge request) {
        Sender sender = Requests.sender(Caller.current(), key, "merge", request.into());
        Stored<Partner> stored = merges.merge(id, ifMatch, sender, new PartnerId(request.into()));
        return Requests.ok(stored, PartnerBody.of(stored));
    }

    @PatchMapping("/{id}")
    ResponseEntity<PartnerBody> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody PartnerRequests.Change request) {
        Caller caller = Caller.current();
        Stored<Partner> stored = partners.change(
                caller, id, ifMatch, Requests.sender(caller, key, request.digested()), request.change());
        return Requests.ok(stored, PartnerBody.of(stored));
    }
}
