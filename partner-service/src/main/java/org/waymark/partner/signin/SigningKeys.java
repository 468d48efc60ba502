package org.waymark.partner.signin;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs tokens, kept in the collection {@code signing_keys}, so that tokens outlive a restart. Of instances
 * that start together on an empty store, one inserts its key and the others take that one.
 */
final class SigningKeys {

    private static final String CURRENT = "current";
    private static final int DUPLICATE_KEY = 11000;
    private static final int BITS = 3072;

    private final MongoCollection<Document> collection;
    private final Clock clock;

    SigningKeys(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("signing_keys");
        this.clock = clock;
    }

    RSAKey current() {
        Document stored = stored();
        return stored == null ? agreeOn(generate()) : read(stored);
    }

    private RSAKey agreeOn(RSAKey mine) {
        try {
            collection.insertOne(new Document("_id", CURRENT)
                    .append("jwk", mine.toJSONString())
                    .append("createdAt", Date.from(clock.instant())));
            return mine;
        } catch (MongoWriteException e) {
            Document first = stored();
            if (e.getError().getCode() != DUPLICATE_KEY || first == null) {
                throw e;
            }
            return read(first);
        }
    }

    private @Nullable Document stored() {
        return collection.find(new Document("_id", CURRENT)).first();
    }

    private static RSAKey read(Document stored) {
        try {
            return RSAKey.parse(stored.getString("jwk"));
        } catch (ParseException e) {
            throw new IllegalStateException("the signing key in the store cannot be read", e);
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
