package org.waymark.partner.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.waymark.edge.Problem;
import org.waymark.partner.Rights;
import org.waymark.partner.access.Access;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.partners.Partners;
import org.waymark.partner.signin.Client.Secret;
import org.waymark.partner.store.Page;
import org.waymark.partner.store.Tokens;

@BuiltInIssuer
@RestController
@RequestMapping("/api/partners/{partnerId}/clients")
class ClientController {

    record Add(
            @NotBlank @Size(max = 100) String name,

            @NotEmpty @Size(max = 3)
            List<
                            @NotNull
                            @Pattern(
                                    regexp = "partner|co-chair|observer",
                                    message = "must be partner, co-chair or observer")
                            String>
                    roles,

            @Nullable @Size(max = 1)
            List<@NotNull @Pattern(regexp = "contacts:read", message = "must be contacts:read") String> scopes) {

        Client client(String partnerId, Secret secret) {
            return new Client(
                    UUID.randomUUID().toString(),
                    partnerId,
                    name,
                    roles.stream().distinct().toList(),
                    scopes == null ? List.of() : scopes,
                    List.of(secret),
                    secret.createdAt());
        }
    }

    record Live(String id, Instant createdAt, @Nullable Instant lastUsedAt) {

        static Live of(Secret secret) {
            return new Live(secret.id(), secret.createdAt(), secret.lastUsedAt());
        }
    }

    record Body(
            String clientId,
            String name,
            List<String> roles,
            List<String> scopes,
            List<Live> secrets,
            Instant createdAt) {

        static Body of(Client client) {
            return new Body(
                    client.clientId(),
                    client.name(),
                    client.roles(),
                    client.scopes(),
                    client.secrets().stream().map(Live::of).toList(),
                    client.createdAt());
        }
    }

    /** An answer that holds a secret; there is no other for it. */
    record Added(
            String clientId,
            String secretId,
            String clientSecret,
            String name,
            List<String> roles,
            List<String> scopes,
            Instant createdAt) {

        static Added of(Client client, Secret secret, String text) {
            return new Added(
                    client.clientId(),
                    secret.id(),
                    text,
                    client.name(),
                    client.roles(),
                    client.scopes(),
                    secret.createdAt());
        }

        @Override
        public String toString() {
            return "Added[clientId=" + clientId + "]";
        }
    }

    private final Clients clients;
    private final Partners partners;
    private final ClientSecrets secrets;
    private final Access access;

    ClientController(Clients clients, Partners partners, ClientSecrets secrets, Access access) {
        this.clients = clients;
        this.partners = partners;
        this.secrets = secrets;
        this.access = access;
    }

    @PostMapping
    ResponseEntity<Added> add(@PathVariable String partnerId, @Valid @RequestBody Add request) {
        requireNotMerged(managed(partnerId));
        String text = Tokens.random();
        Secret secret = secrets.of(text);
        Client client = request.client(partnerId, secret);
        clients.add(client);
        return ResponseEntity.created(at(partnerId, client.clientId())).body(Added.of(client, secret, text));
    }

    @GetMapping
    Page<Body> list(@PathVariable String partnerId) {
        managed(partnerId);
        return new Page<>(clients.of(partnerId).stream().map(Body::of).toList(), null);
    }

    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String partnerId, @PathVariable String clientId) {
        managed(partnerId);
        if (clients.find(clientId)
                .filter(one -> partnerId.equals(one.partnerId()))
                .isEmpty()) {
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

    @PostMapping("/{clientId}/secrets")
    ResponseEntity<Added> addSecret(@PathVariable String partnerId, @PathVariable String clientId) {
        managed(partnerId);
        String text = Tokens.random();
        Secret secret = secrets.of(text);
        Client client = clients.addSecret(partnerId, clientId, secret);
        return ResponseEntity.created(URI.create(at(partnerId, clientId) + "/secrets/" + secret.id()))
                .body(Added.of(client, secret, text));
    }

    @DeleteMapping("/{clientId}/secrets/{secretId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecret(@PathVariable String partnerId, @PathVariable String clientId, @PathVariable String secretId) {
        managed(partnerId);
        clients.removeSecret(partnerId, clientId, secretId);
    }

    private Partner managed(String partnerId) {
        Rights.mayManageClients(Caller.current(), partnerId);
        return partners.get(partnerId).value();
    }

    private static URI at(String partnerId, String clientId) {
        return URI.create("/api/partners/" + partnerId + "/clients/" + clientId);
    }
}
