package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.store.GuardedRows;

/**
 * The keys that sign tokens, kept in the collection {@code signing_keys}, so that tokens outlive a restart. They are
 * numbered, and a number is taken once: of instances that make the next key together, one inserts it and the others take
 * that one. A new key is published a while before it signs, so that every instance knows it by then; the one before it
 * stays published until the last token it signed is over.
 */
final class SigningKeys {

    /** How long a token lasts. */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    /** Of which a verifier's clock may be a minute behind. */
    private static final Duration PUBLISHED_AFTER = VALIDITY.plusMinutes(2);

    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration PUBLISHED_BEFORE = Duration.ofSeconds(10);
    private static final int BITS = 3072;

    record Key(int number, RSAKey jwk, Instant signsFrom) {}

    private record Read(List<Key> keys, Instant at) {}

    private final GuardedRows rows;
    private final Clock clock;
    private final Duration rotateAfter;
    private volatile @Nullable Read read;

    SigningKeys(MongoDatabase database, Clock clock, Duration rotateAfter) {
        this.rows = new GuardedRows("key", "signing_keys", database);
        this.clock = clock;
        this.rotateAfter = rotateAfter;
    }

    /** The newest that is due; where that is too old, the next one is on its way. */
    Key signing() {
        Instant now = clock.instant();
        Key newest = published().getLast();
        if (!newest.signsFrom().plus(rotateAfter).isAfter(now)) {
            rotate();
        }
        return published().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .max(Comparator.comparing(Key::number))
                .orElse(newest);
    }

    /** By their numbers, the newest last; never empty. */
    List<Key> published() {
        Read last = read;
        Instant now = clock.instant();
        if (last == null || !last.at().plus(READ_AGAIN_AFTER).isAfter(now)) {
            last = read(now);
            read = last;
        }
        return last.keys();
    }

    /** Makes the next key, unless the newest has yet to sign. */
    Key rotate() {
        Instant now = clock.instant();
        Key newest = read(now).keys().getLast();
        if (!newest.signsFrom().isAfter(now)) {
            insert(newest.number() + 1, now.plus(PUBLISHED_BEFORE));
        }
        Read after = read(now);
        read = after;
        return after.keys().getLast();
    }

    private Read read(Instant now) {
        List<Key> keys = stored();
        if (keys.isEmpty()) {
            insert(1, now);
            keys = stored();
        }
        while (keys.size() > 1 && keys.get(1).signsFrom().plus(PUBLISHED_AFTER).isBefore(now)) {
            int over = keys.removeFirst().number();
            rows.delete(id(over));
        }
        return new Read(List.copyOf(keys), now);
    }

    private void insert(int number, Instant signsFrom) {
        rows.insert(new Document("_id", id(number))
                .append("number", number)
                .append("jwk", generate().toJSONString())
                .append("createdAt", Date.from(signsFrom)));
    }

    private List<Key> stored() {
        return new ArrayList<>(rows.all().stream()
                .map(SigningKeys::key)
                .sorted(Comparator.comparing(Key::number))
                .toList());
    }

    /** The first key was once kept without a number. */
    private static String id(int number) {
        return number == 0 ? "current" : "key-" + number;
    }

    private static Key key(Document row) {
        try {
            return new Key(
                    row.getInteger("number", 0),
                    RSAKey.parse(row.getString("jwk")),
                    row.getDate("createdAt").toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("a signing key in the store cannot be read", e);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no signing key can be made", e);
        }
    }
}
