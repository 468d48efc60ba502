package org.waymark.platform;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens that are good no more, though they have not expired: all of a subject that were issued no later than an instant.
 * An event says so, under the subject of the tokens; what has been read of it counts on every instance, with the broker
 * away too. As a bean it is asked about every token.
 */
public final class Revocations implements Projection<Instant>, OAuth2TokenValidator<Jwt> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final OAuth2TokenValidatorResult REVOKED =
            OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "The token has been revoked.", null));

    private final String type;
    private final MongoCollection<Document> views;

    /** @param views of the feed that folds it */
    Revocations(String type, MongoCollection<Document> views) {
        this.type = type;
        this.views = views;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return validate(token, this::issuedUntil);
    }

    /**
     * Tokens say the second they were issued in; one of the very second counts as issued before.
     *
     * @param issuedUntil by subject, the last instant of tokens that are good no more
     */
    public static OAuth2TokenValidatorResult validate(Jwt token, Function<String, Optional<Instant>> issuedUntil) {
        Instant issued = token.getIssuedAt();
        return Optional.ofNullable(token.getSubject())
                .flatMap(issuedUntil)
                .filter(until -> issued == null || !issued.isAfter(until))
                .map(until -> REVOKED)
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private Optional<Instant> issuedUntil(String subject) {
        return Optional.ofNullable(views.find(new Document("_id", subject)).first())
                .map(found -> found.get("view", Document.class))
                .map(this::read);
    }

    @Override
    public boolean understands(String candidate) {
        return type.equals(candidate);
    }

    @Override
    public boolean ignores(String candidate) {
        return !understands(candidate);
    }

    @Override
    public Instant apply(@Nullable Instant until, Event event) {
        JsonNode data = JSON.readTree(event.data());
        return Instant.parse(data.required("issuedUntil").asString());
    }

    @Override
    public Instant read(Document stored) {
        return stored.getDate("issuedUntil").toInstant();
    }

    @Override
    public Document write(Instant until) {
        return new Document("issuedUntil", Date.from(until));
    }
}
