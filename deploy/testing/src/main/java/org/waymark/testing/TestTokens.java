package org.waymark.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issuer for tests: real signatures over a real key set, so that a test passes through the same checks as a request
 * in production, and no test needs partner-service.
 */
public final class TestTokens {

    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final RSAKey KEY = key();
    private static final String ISSUER = serveKeys();

    private TestTokens() {}

    public static String issuer() {
        return ISSUER;
    }

    public static String jwkSetUri() {
        return ISSUER + "/oauth2/jwks";
    }

    /** A token of a client, valid for ten minutes; without an organization it is nobody's but the client's own. */
    public static String token(String clientId, @Nullable String organization, String... roles) {
        return sign(clientId, organization, List.of(roles), Instant.now());
    }

    /** A token that was good an hour ago, which is well beyond any allowance for clocks. */
    public static String expiredToken(String clientId, @Nullable String organization, String... roles) {
        return sign(clientId, organization, List.of(roles), Instant.now().minus(Duration.ofHours(1)));
    }

    /** As another issuer words it: who it is, and whatever else it says. */
    public static String tokenSaying(String subject, Map<String, Object> said) {
        return sign(subject, said, Instant.now());
    }

    /** Tokens that only look as if the issuer of {@link #token} had made them for this service, now. */
    public static Forgeries forgeries() {
        return new Forgeries(KEY, ISSUER);
    }

    private static String sign(String clientId, @Nullable String organization, List<String> roles, Instant issued) {
        Map<String, Object> said = new HashMap<>();
        said.put("roles", roles);
        if (organization != null) {
            said.put("org", organization);
        }
        return sign(clientId, said, issued);
    }

    private static String sign(String subject, Map<String, Object> said, Instant issued) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience(List.of("waymark"))
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(VALIDITY)))
                .jwtID(UUID.randomUUID().toString());
        said.forEach(claims::claim);
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serveKeys() {
        byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
                exchange.sendResponseHeaders(200, keys.length);
                try (exchange) {
                    exchange.getResponseBody().write(keys);
                }
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
