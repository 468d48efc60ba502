package org.waymark.partner.members;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.waymark.partner.store.GuardedRows;
import org.waymark.partner.store.Tokens;

/**
 * Links by which a person sets a password: shown once to who makes one, good once, and not for long. A new one takes the
 * place of the one before. Only a hash is kept.
 */
public final class Links {

    /** @param path below the issuer's address */
    public record Link(String path, Instant expiresAt) {}

    private final GuardedRows rows;
    private final Clock clock;

    Links(MongoDatabase database, Clock clock) {
        this.rows = new GuardedRows("link", "sign_in_links", database).indexed("person");
        this.clock = clock;
    }

    Link make(String person, Duration validity) {
        Instant now = clock.instant();
        String token = Tokens.random();
        Instant expiresAt = now.plus(validity);
        drop(person);
        rows.deleteWhere(new Document("expiresAt", new Document("$lt", Date.from(now))));
        rows.insert(
                new Document("_id", hash(token)).append("person", person).append("expiresAt", Date.from(expiresAt)));
        return new Link("/sign-in/links/" + token, expiresAt);
    }

    /** Whose it is, where it is still good. */
    public Optional<String> person(String token) {
        return rows.find(hash(token))
                .filter(row -> row.getDate("expiresAt").toInstant().isAfter(clock.instant()))
                .map(row -> row.getString("person"));
    }

    /** Of several who use one at the same time, one is told true. */
    public boolean use(String token) {
        return rows.delete(hash(token));
    }

    void drop(String person) {
        rows.deleteWhere(new Document("person", person));
    }

    private static String hash(String token) {
        return Tokens.hash("link", token);
    }
}
