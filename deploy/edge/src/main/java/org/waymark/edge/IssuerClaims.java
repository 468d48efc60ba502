package org.waymark.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads the tokens of whichever issuer is trusted into the two claims that {@link Caller} knows. What an issuer says under
 * those names while others are configured counts for nothing.
 */
final class IssuerClaims implements Converter<Jwt, AbstractAuthenticationToken> {

    private final EdgeProperties.Claims names;

    IssuerClaims(EdgeProperties.Claims names) {
        this.names = names;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Map<String, Object> claims = new LinkedHashMap<>(token.getClaims());
        claims.remove(Caller.ORGANIZATION);
        claims.remove(Caller.ROLES);
        if (found(token.getClaims(), names.organization()) instanceof String organization) {
            claims.put(Caller.ORGANIZATION, organization);
        }
        Object roles = found(token.getClaims(), names.roles());
        if (roles != null) {
            claims.put(Caller.ROLES, roles);
        }
        Jwt read =
                new Jwt(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getHeaders(), claims);
        return new JwtAuthenticationToken(read, List.of());
    }

    /** The claim of that name; or, where a point is in it, the one within the claim before the point. */
    private static @Nullable Object found(Map<?, ?> claims, String name) {
        Object claim = claims.get(name);
        int point = name.indexOf('.');
        if (claim != null || point < 0) {
            return claim;
        }
        return claims.get(name.substring(0, point)) instanceof Map<?, ?> within
                ? found(within, name.substring(point + 1))
                : null;
    }
}
