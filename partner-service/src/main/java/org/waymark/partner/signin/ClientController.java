package org.waymark.partner.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.Rights;
import org.waymark.partner.access.Access;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.partners.Partners;
import org.waymark.partner.store.Page;

@RestController
@RequestMapping("/api/partners/{partnerId}/clients")
class ClientController {

    private static final int SECRET_BYTES = 32;

    record Add(
            @NotBlank @Size(max = 100) String name,

            @NotEmpty @Size(max = 3)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "partner|co-chair|observer",
                                    message = "must be partner, co-chair or observer")
                            String>
                    roles) {}

    record Body(String clientId, String name, List<String> roles, Instant createdAt) {

        static Body of(Client client) {
            return new Body(client.clientId(), client.name(), client.roles(), client.createdAt());
        }
    }

    /** The only answer that ever holds the secret. */
    record Added(String clientId, String clientSecret, String name, List<String> roles, Instant createdAt) {

        @Override
        public String toString() {
            return "Added[clientId=" + clientId + "]";
        }
    }

    private final Clients clients;
    private final Partners partners;
    private final Access access;
    private final PasswordEncoder hash;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ClientController(Clients clients, Partners partners, Access access, PasswordEncoder hash, Clock clock) {
        this.clients = clients;
        this.partners = partners;
        this.access = access;
        this.hash = hash;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Added> add(@PathVariable String partnerId, @Valid @RequestBody Add request) {
        Rights.mayManageClients(Caller.current(), partnerId);
        requireNotMerged(partners.get(partnerId).value());
        String secret = secret();
        Client client = new Client(
                UUID.randomUUID().toString(),
                partnerId,
                request.name(),
                request.roles().stream().distinct().toList(),
                hash.encode(secret),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        clients.add(client);
        return ResponseEntity.created(URI.create("/api/partners/" + partnerId + "/clients/" + client.clientId()))
                .body(new Added(client.clientId(), secret, client.name(), client.roles(), client.createdAt()));
    }

    @GetMapping
    Page<Body> list(@PathVariable String partnerId) {
        Rights.mayManageClients(Caller.current(), partnerId);
        partners.get(partnerId);
        return new Page<>(clients.of(partnerId).stream().map(Body::of).toList(), null);
    }

    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String partnerId, @PathVariable String clientId) {
        Rights.mayManageClients(Caller.current(), partnerId);
        if (clients.of(partnerId).stream().noneMatch(one -> one.clientId().equals(clientId))) {
            throw Problem.notFound("client");
        }
        access.revoke(Caller.current().client(), clientId); // first: who is cut off here sends it again
        clients.revoke(partnerId, clientId);
    }

    private static void requireNotMerged(Partner partner) {
        if (partner.standing().mergedInto() != null) {
            throw Problem.conflict(
                    "merged",
                    "This partner was merged into " + partner.standing().mergedInto() + ": add it there.");
        }
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
