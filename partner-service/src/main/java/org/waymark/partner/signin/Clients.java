package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.partner.signin.Client.Secret;
import org.waymark.partner.store.GuardedRows;

/** The clients in the collection {@code clients}. */
final class Clients {

    private static final String FROM_SETTINGS = "fromSettings";

    /** A client asks for tokens many times a day; when it last did need not be known to the second. */
    private static final Duration NOTED_AGAIN_AFTER = Duration.ofMinutes(1);

    private final GuardedRows rows;

    Clients(MongoDatabase database) {
        rows = new GuardedRows("client", "clients", database).indexed("partnerId");
    }

    void add(Client client) {
        rows.insert(write(client));
    }

    /** The one client that the settings name: it takes the place of any they named before. */
    void putFromSettings(Client client) {
        Document row = write(client).append(FROM_SETTINGS, true);
        if (!rows.insert(row)) {
            rows.change(client.clientId(), before -> new Document(row));
        }
        rows.deleteWhere(new Document(FROM_SETTINGS, true).append("_id", new Document("$ne", client.clientId())));
    }

    Optional<Client> find(String clientId) {
        return rows.find(clientId).map(Clients::read);
    }

    List<Client> of(String partnerId) {
        return rows.where("partnerId", partnerId).stream().map(Clients::read).toList();
    }

    /** @throws Problem 404 where the partner has no such client, 409 where it has two secrets */
    Client addSecret(String partnerId, String clientId, Secret secret) {
        return changeSecrets(partnerId, clientId, secrets -> {
            if (secrets.size() >= Client.MOST_SECRETS) {
                throw Problem.conflict(
                        "too-many-secrets", "Two secrets are live. Take away the one that is no longer used.");
            }
            secrets.add(secret);
        });
    }

    /** @throws Problem 404 where there is no such client or secret, 409 where it is the only one */
    void removeSecret(String partnerId, String clientId, String secretId) {
        changeSecrets(partnerId, clientId, secrets -> {
            if (secrets.stream().noneMatch(one -> one.id().equals(secretId))) {
                throw Problem.notFound("secret");
            }
            if (secrets.size() == 1) {
                throw Problem.conflict("last-secret", "Make another secret first, or revoke the client.");
            }
            secrets.removeIf(one -> one.id().equals(secretId));
        });
    }

    private interface Change {
        void on(List<Secret> secrets);
    }

    private Client changeSecrets(String partnerId, String clientId, Change change) {
        return read(rows.change(clientId, row -> {
            Client client = read(row);
            if (!partnerId.equals(client.partnerId())) {
                throw Problem.notFound("client");
            }
            List<Secret> secrets = new ArrayList<>(client.secrets());
            change.on(secrets);
            return withSecrets(row, secrets);
        }));
    }

    void used(String clientId, String secretId, Instant now) {
        rows.change(clientId, row -> {
            List<Secret> secrets = new ArrayList<>(read(row).secrets());
            secrets.replaceAll(one -> one.id().equals(secretId) && isDue(one.lastUsedAt(), now)
                    ? new Secret(one.id(), one.hash(), one.createdAt(), now)
                    : one);
            return withSecrets(row, secrets);
        });
    }

    private static boolean isDue(@Nullable Instant lastUsedAt, Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(NOTED_AGAIN_AFTER).isBefore(now);
    }

    void revoke(String partnerId, String clientId) {
        rows.deleteWhere(new Document("_id", clientId).append("partnerId", partnerId));
    }

    private static Document withSecrets(Document row, List<Secret> secrets) {
        row.remove("secretHash");
        return row.append("secrets", secrets.stream().map(Clients::write).toList());
    }

    private static Document write(Client client) {
        Document row = new Document("_id", client.clientId());
        if (client.partnerId() != null) {
            row.append("partnerId", client.partnerId());
        }
        row.append("name", client.name()).append("roles", client.roles()).append("scopes", client.scopes());
        return withSecrets(row, client.secrets()).append("createdAt", Date.from(client.createdAt()));
    }

    private static Document write(Secret secret) {
        Document row = new Document("id", secret.id())
                .append("hash", secret.hash())
                .append("createdAt", Date.from(secret.createdAt()));
        return secret.lastUsedAt() == null ? row : row.append("lastUsedAt", Date.from(secret.lastUsedAt()));
    }

    private static Client read(Document row) {
        Instant createdAt = row.getDate("createdAt").toInstant();
        return new Client(
                row.getString("_id"),
                row.getString("partnerId"),
                row.getString("name"),
                row.getList("roles", String.class),
                row.getList("scopes", String.class, List.of()),
                secrets(row, createdAt),
                createdAt);
    }

    /** One that was kept before there could be two has its hash beside its other facts. */
    private static List<Secret> secrets(Document row, Instant createdAt) {
        String only = row.getString("secretHash");
        return only == null
                ? row.getList("secrets", Document.class).stream()
                        .map(Clients::secret)
                        .toList()
                : List.of(new Secret("first", only, createdAt, null));
    }

    private static Secret secret(Document row) {
        return new Secret(
                Objects.requireNonNull(row.getString("id")),
                Objects.requireNonNull(row.getString("hash")),
                row.getDate("createdAt").toInstant(),
                row.getDate("lastUsedAt") == null
                        ? null
                        : row.getDate("lastUsedAt").toInstant());
    }
}
