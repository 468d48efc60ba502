package org.waymark.partner.partners;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;

@RestController
@RequestMapping("/api/partners")
class PartnerController {

    /** A partner as anybody may read it. */
    record Body(
            String id,
            String name,
            @Nullable String acronym,
            @Nullable String type,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable String orgId,
            String status,
            long sequence) {

        static Body of(Stored<Partner> stored) {
            Partner partner = stored.value();
            return new Body(
                    stored.id(),
                    partner.name(),
                    partner.acronym(),
                    partner.type() == null ? null : partner.type().code(),
                    partner.country() == null ? null : partner.country().alpha3(),
                    partner.timeZone() == null ? null : partner.timeZone().name(),
                    partner.orgId(),
                    partner.status().word(),
                    stored.sequence());
        }
    }

    private final Partners partners;

    PartnerController(Partners partners) {
        this.partners = partners;
    }

    @PostMapping
    ResponseEntity<Body> register(
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody PartnerRequests.Register request) {
        PartnerEvent.Registered decided = Aggregates.orProblem(request::decided);
        Stored<Partner> stored = partners.register(Caller.current(), key, decided);
        return Requests.created(stored, "/api/partners", Body.of(stored));
    }

    @GetMapping
    Page<Body> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return partners.page(cursor, limit).map(Body::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<Body> read(@PathVariable String id) {
        Stored<Partner> stored = partners.get(id);
        return Requests.ok(stored, Body.of(stored));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Body> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody PartnerRequests.Change request) {
        Caller caller = Caller.current();
        Stored<Partner> stored = partners.change(
                caller, id, ifMatch, Requests.sender(caller, key, request.digested()), request.change());
        return Requests.ok(stored, Body.of(stored));
    }
}
