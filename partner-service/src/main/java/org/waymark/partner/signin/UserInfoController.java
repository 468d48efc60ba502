package org.waymark.partner.signin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.partner.members.People;
import org.waymark.partner.members.Person;

/** Who the person of a token is (OpenID Connect Core 1.0, section 5.3), read from the directory as it stands. */
@BuiltInIssuer
@RestController
class UserInfoController {

    private final People people;

    UserInfoController(People people) {
        this.people = people;
    }

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    Map<String, String> who(@AuthenticationPrincipal Jwt token) {
        List<String> said = token.getClaimAsStringList("scope");
        List<String> scopes = said == null ? List.of() : said;
        if (!scopes.contains(OidcScopes.OPENID)) {
            throw Problem.forbidden("This needs a token with the scope openid.");
        }
        Person person = people.get(Objects.requireNonNullElse(token.getSubject(), ""));
        Map<String, String> claims = new LinkedHashMap<>(Map.of("sub", person.id()));
        if (scopes.contains(OidcScopes.PROFILE) && person.name() != null) {
            claims.put("name", person.name());
        }
        if (scopes.contains(OidcScopes.EMAIL) && person.email() != null) {
            claims.put("email", person.email());
        }
        return claims;
    }
}
