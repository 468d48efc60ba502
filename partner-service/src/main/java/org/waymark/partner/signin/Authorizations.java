package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.waymark.partner.store.GuardedRows;
import org.waymark.partner.store.Tokens;

/**
 * The codes that browsers carry between here and a client, in the collection {@code authorization_codes}, so that any
 * instance takes what another gave out. Tokens carry all there is to know, so nothing is kept of them: a code is taken away
 * where the library says it is used, and of two who use one at the same time the second is refused.
 */
final class Authorizations implements OAuth2AuthorizationService {

    /** What of a request is looked at again when the code comes back. */
    private static final List<String> KEPT = List.of("code_challenge", "code_challenge_method", "nonce");

    private final GuardedRows rows;
    private final RegisteredClientRepository clients;
    private final Clock clock;

    Authorizations(MongoDatabase database, RegisteredClientRepository clients, Clock clock) {
        this.rows = new GuardedRows("code", "authorization_codes", database);
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            return; // a client's token by its own secret
        }
        String id = hash(code.getToken().getTokenValue());
        if (!code.isInvalidated()) {
            rows.deleteWhere(new Document("expiresAt", new Document("$lt", Date.from(clock.instant()))));
            rows.insert(write(id, authorization, code.getToken()));
        } else if (!rows.delete(id)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code != null) {
            rows.delete(hash(code.getToken().getTokenValue()));
        }
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return type != null && type.getValue().equals(OAuth2ParameterNames.CODE)
                ? rows.find(hash(token)).map(row -> read(row, token)).orElse(null)
                : null;
    }

    private static Document write(String id, OAuth2Authorization authorization, OAuth2AuthorizationCode code) {
        OAuth2AuthorizationRequest request = request(authorization);
        SignedIn principal = Objects.requireNonNull(authorization.getAttribute(Principal.class.getName()));
        Document row = new Document("_id", id)
                .append("client", request.getClientId())
                .append("redirectUri", request.getRedirectUri())
                .append("scopes", List.copyOf(request.getScopes()))
                .append("person", principal.getName())
                .append("organization", principal.organization())
                .append("since", Date.from(principal.since()))
                .append("issuedAt", date(code.getIssuedAt()))
                .append("expiresAt", date(code.getExpiresAt()));
        KEPT.forEach(name -> row.append(name, request.getAdditionalParameters().get(name)));
        return row;
    }

    private @Nullable OAuth2Authorization read(Document row, String code) {
        RegisteredClient client = clients.findByClientId(row.getString("client"));
        if (client == null) {
            return null;
        }
        SignedIn principal = new SignedIn(
                row.getString("person"),
                row.getString("organization"),
                row.getDate("since").toInstant());
        OAuth2AuthorizationRequest request = request(row);
        return OAuth2Authorization.withRegisteredClient(client)
                .id(row.getString("_id"))
                .principalName(principal.getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(request.getScopes())
                .attribute(Principal.class.getName(), principal)
                .attribute(OAuth2AuthorizationRequest.class.getName(), request)
                .token(new OAuth2AuthorizationCode(
                        code,
                        row.getDate("issuedAt").toInstant(),
                        row.getDate("expiresAt").toInstant()))
                .build();
    }

    private static OAuth2AuthorizationRequest request(OAuth2Authorization authorization) {
        return Objects.requireNonNull(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    }

    private static OAuth2AuthorizationRequest request(Document row) {
        Map<String, Object> more = new LinkedHashMap<>();
        KEPT.stream().filter(name -> row.get(name) != null).forEach(name -> more.put(name, row.get(name)));
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(AuthorizationServer.AUTHORIZE)
                .clientId(row.getString("client"))
                .redirectUri(row.getString("redirectUri"))
                .scopes(new LinkedHashSet<>(row.getList("scopes", String.class)))
                .additionalParameters(more)
                .build();
    }

    private static Date date(@Nullable Instant instant) {
        return Date.from(Objects.requireNonNull(instant));
    }

    private static String hash(String code) {
        return Tokens.hash("code", code);
    }
}
