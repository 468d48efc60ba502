package org.waymark.partner.contacts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.Rights;
import org.waymark.partner.partners.Partners;

@RestController
@RequestMapping("/api/partners/{partnerId}/contacts")
class ContactsController {

    record Body(@NotNull @Size(max = 50) List<@NotNull @Valid Contact> contacts) {}

    private final Contacts contacts;
    private final Partners partners;

    ContactsController(Contacts contacts, Partners partners) {
        this.contacts = contacts;
        this.partners = partners;
    }

    @GetMapping
    ResponseEntity<Body> read(@PathVariable String partnerId) {
        Rights.mayReadContacts(Caller.current(), partnerId);
        partners.get(partnerId);
        return answer(contacts.of(partnerId));
    }

    /** The whole list; the same list again is the same again, so that no key is needed. */
    @PutMapping
    ResponseEntity<Body> change(
            @PathVariable String partnerId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Body request) {
        Rights.mayChangeContacts(
                Caller.current(), partnerId, partners.get(partnerId).value());
        return answer(contacts.put(partnerId, ifMatch, request.contacts()));
    }

    private static ResponseEntity<Body> answer(Contacts.Listed listed) {
        return ResponseEntity.ok().eTag(Problem.etag(listed.version())).body(new Body(listed.contacts()));
    }
}
