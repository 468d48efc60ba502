package org.waymark.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a service must not believe. Each is right but for one thing, so that each proves one check.
 *
 * @param key the issuer's own, which is what makes the others' one fault count
 */
public record Forgeries(RSAKey key, String issuer) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** By what is wrong with them. */
    public Map<String, String> all(String clientId, @Nullable String organization, String... roles) {
        Instant now = Instant.now();
        JWTClaimsSet claims = claims(clientId, organization, List.of(roles), now);
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("not signed (alg none)", new PlainJWT(claims).serialize());
        forged.put("signed by a stranger", signed(claims, strangersKey()));
        forged.put("signed with the public key as a secret", macWithThePublicKey(claims));
        forged.put("changed after it was signed", changed(signed(claims, key)));
        forged.put(
                "for another audience", signed(but(claims).audience("elsewhere").build(), key));
        forged.put("for no audience", signed(but(claims).audience((String) null).build(), key));
        forged.put(
                "of another issuer",
                signed(but(claims).issuer("https://issuer.example").build(), key));
        forged.put(
                "expired",
                signed(but(claims).expirationTime(Date.from(now.minus(HOUR))).build(), key));
        forged.put(
                "not valid yet",
                signed(but(claims).notBeforeTime(Date.from(now.plus(HOUR))).build(), key));
        return forged;
    }

    /** The one that is right, to show that the others are refused for their fault. */
    public String genuine(String clientId, @Nullable String organization, String... roles) {
        return signed(claims(clientId, organization, List.of(roles), Instant.now()), key);
    }

    private JWTClaimsSet claims(String clientId, @Nullable String organization, List<String> roles, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(clientId)
                .audience("waymark")
                .claim("roles", roles)
                .issueTime(Date.from(now.minus(HOUR)))
                .expirationTime(Date.from(now.plus(HOUR)))
                .jwtID(UUID.randomUUID().toString());
        return (organization == null ? claims : claims.claim("org", organization)).build();
    }

    private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private String signed(JWTClaimsSet claims, RSAKey with) {
        return signed(claims, JWSAlgorithm.RS256, () -> new RSASSASigner(with));
    }

    private String macWithThePublicKey(JWTClaimsSet claims) {
        return signed(
                claims,
                JWSAlgorithm.HS256,
                () -> new MACSigner(key.toRSAPublicKey().getEncoded()));
    }

    /** The same signature over another name. */
    private static String changed(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            JWTClaimsSet more =
                    but(parsed.getJWTClaimsSet()).subject("somebody-else").build();
            String[] parts = token.split("\\.");
            return parts[0] + "." + more.toPayload().toBase64URL() + "." + parts[2];
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Signing {
        JWSSigner signer() throws JOSEException;
    }

    private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, Signing signing) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
            token.sign(signing.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey strangersKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
