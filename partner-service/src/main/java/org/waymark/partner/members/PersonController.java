package org.waymark.partner.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.partner.members.Person.RightChange;

@RestController
@RequestMapping("/api/people")
class PersonController {

    record Invite(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 200) String email) {}

    record Me(
            String personId,
            @Nullable String name,
            @Nullable String email,
            boolean secretariat,
            boolean secondFactor,
            List<Membership> memberships) {

        static Me of(Person person) {
            SignInFacts.Totp totp = person.signIn().totp();
            return new Me(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.secretariat(),
                    totp != null && totp.confirmed(),
                    person.memberships());
        }
    }

    /** All that is kept about a person; hashes and the secret of the second factor are of no use to anybody else. */
    record Export(Me person, List<RightChange> changesOfRights) {}

    private final Members members;
    private final People people;
    private final String issuer;

    PersonController(Members members, People people, @Value("${waymark.security.issuer}") String issuer) {
        this.members = members;
        this.people = people;
        this.issuer = issuer;
    }

    @PostMapping
    ResponseEntity<LinkBody> invite(@Valid @RequestBody Invite request) {
        Members.Invited invited =
                members.inviteToSecretariat(Caller.current(), Members.fresh(request.name(), request.email()));
        return ResponseEntity.created(
                        URI.create("/api/people/" + invited.person().id()))
                .body(LinkBody.of(invited, issuer));
    }

    @GetMapping("/me")
    Me me() {
        return Me.of(people.get(Caller.current().client()));
    }

    @GetMapping("/me/export")
    Export export() {
        Person person = people.get(Caller.current().client());
        return new Export(Me.of(person), person.changes());
    }

    @DeleteMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void eraseMe() {
        members.erase(Caller.current(), Caller.current().client());
    }

    @DeleteMapping("/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String personId) {
        members.erase(Caller.current(), personId);
    }

    @PostMapping("/{personId}/password-link")
    @ResponseStatus(HttpStatus.CREATED)
    LinkBody resetPassword(@PathVariable String personId) {
        return LinkBody.of(personId, members.resetPassword(Caller.current(), personId), issuer);
    }
}
