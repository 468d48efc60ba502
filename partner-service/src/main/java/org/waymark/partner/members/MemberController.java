package org.waymark.partner.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.members.Membership.GroupRole;
import org.waymark.partner.store.Page;

@RestController
@RequestMapping("/api/partners/{partnerId}/members")
class MemberController {

    record InGroup(
            @NotBlank String groupId,

            @NotNull @Pattern(regexp = "co-chair|observer", message = "must be co-chair or observer")
            String role) {}

    record Roles(
            @NotNull @Size(max = 2)
            List<@NotNull @Pattern(regexp = "reporter|focal-point", message = "must be reporter or focal-point") String>
                    roles,

            @Nullable @Size(max = 50) List<@NotNull @Valid InGroup> groups) {

        List<GroupRole> groupRoles() {
            return groups == null
                    ? List.of()
                    : groups.stream()
                            .map(one -> new GroupRole(one.groupId(), one.role()))
                            .toList();
        }
    }

    record Invite(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email @Size(max = 200) String email,

            @NotNull @Size(max = 2)
            List<@NotNull @Pattern(regexp = "reporter|focal-point", message = "must be reporter or focal-point") String>
                    roles,

            @Nullable @Size(max = 50) List<@NotNull @Valid InGroup> groups) {}

    record Body(
            String personId,
            @Nullable String name,
            @Nullable String email,
            List<String> roles,
            List<InGroup> groups,
            Instant from) {

        static Body of(Person person, String partnerId) {
            Membership one = person.in(partnerId).orElseThrow(() -> Problem.notFound("member"));
            return new Body(
                    person.id(),
                    person.name(),
                    person.email(),
                    one.roles(),
                    one.groups().stream()
                            .map(group -> new InGroup(group.groupId(), group.role()))
                            .toList(),
                    one.from());
        }
    }

    private final Members members;
    private final String issuer;

    MemberController(Members members, @Value("${waymark.security.issuer}") String issuer) {
        this.members = members;
        this.issuer = issuer;
    }

    @PostMapping
    ResponseEntity<LinkBody> invite(@PathVariable String partnerId, @Valid @RequestBody Invite request) {
        Roles asked = new Roles(request.roles(), request.groups());
        Members.Invited invited = members.invite(
                Caller.current(),
                partnerId,
                Members.fresh(request.name(), request.email()),
                asked.roles(),
                asked.groupRoles());
        URI location = URI.create(
                "/api/partners/" + partnerId + "/members/" + invited.person().id());
        return ResponseEntity.created(location).body(LinkBody.of(invited, issuer));
    }

    @GetMapping
    Page<Body> list(@PathVariable String partnerId) {
        List<Body> found = members.of(Caller.current(), partnerId).stream()
                .map(person -> Body.of(person, partnerId))
                .toList();
        return new Page<>(found, null);
    }

    @GetMapping("/{personId}")
    ResponseEntity<Body> read(@PathVariable String partnerId, @PathVariable String personId) {
        return answer(members.get(Caller.current(), partnerId, personId), partnerId);
    }

    @PutMapping("/{personId}")
    ResponseEntity<Body> change(
            @PathVariable String partnerId,
            @PathVariable String personId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Roles request) {
        return answer(
                members.change(Caller.current(), partnerId, personId, ifMatch, request.roles(), request.groupRoles()),
                partnerId);
    }

    @DeleteMapping("/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable String partnerId,
            @PathVariable String personId,
            @RequestParam(required = false) @Nullable String successor) {
        members.leave(Caller.current(), partnerId, personId, successor);
    }

    @PostMapping("/{personId}/password-link")
    @ResponseStatus(HttpStatus.CREATED)
    LinkBody resetPassword(@PathVariable String partnerId, @PathVariable String personId) {
        return LinkBody.of(personId, members.resetPassword(Caller.current(), partnerId, personId), issuer);
    }

    private static ResponseEntity<Body> answer(Person person, String partnerId) {
        return ResponseEntity.ok().eTag(Problem.etag(person.version())).body(Body.of(person, partnerId));
    }
}
