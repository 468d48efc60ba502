package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.waymark.testing.Endpoints;
import org.waymark.testing.RightsTable;
import org.waymark.testing.RightsTable.Whose;

/** Every endpoint of the running service, asked by everybody: {@code rights.txt} says who gets what answer. */
@RunningService
class RightsIT {

    private static final RightsTable TABLE = RightsTable.read("/rights.txt");

    /** Whose things are what everybody calls another's. */
    private static final String STRANGER = "stranger";

    @Autowired
    Api api;

    @Autowired
    ApplicationContext context;

    @Autowired
    Environment environment;

    @Autowired
    JwtEncoder encoder;

    @Value("${waymark.security.issuer}")
    String issuer;

    private final Map<String, String> partners = new HashMap<>();
    private final Map<String, String> clients = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> practices = new HashMap<>();
    private final Map<String, String> tokens = new TreeMap<>();

    @Test
    void every_endpoint_stands_in_the_table() {
        assertThat(TABLE.endpoints()).isEqualTo(Endpoints.of(context));
    }

    @Test
    void everybody_is_answered_as_the_table_says() {
        thePartnersAndTheirTokens();

        String base = "http://localhost:" + environment.getProperty("local.server.port");
        assertThat(TABLE.differences(base, tokens, this::filled)).isEmpty();
    }

    private void thePartnersAndTheirTokens() {
        for (String caller : TABLE.callers()) {
            aPartner(caller, caller.equals("observer") ? "observer" : "partner");
        }
        aPartner(STRANGER, "partner");
        for (String chair : List.of("claimant", "suspended", "co-chair", "former")) {
            aPartner(chair, "partner", "co-chair");
        }
        groups.put("own", aGroup(of(partners, "co-chair"), of(partners, "former")));
        groups.put("another's", aGroup(of(partners, STRANGER), of(partners, STRANGER)));
        api.patch(api.secretariat(), "/api/partners/" + of(partners, "suspended"), "*", "{\"status\":\"suspended\"}");
        tokens.put("nobody", "");
        tokens.put("secretariat", api.secretariat());
        tokens.put("expired", expired(of(partners, "expired")));
        tokens.put("malformed", "not.a.token");
    }

    private void aPartner(String caller, String... roles) {
        String id = api.aPartner().text("id");
        Api.Credentials client = api.aClient(id, roles);
        partners.put(caller, id);
        clients.put(caller, client.clientId());
        tokens.put(caller, api.token(client));
        String sharing = api.token(api.aClient(id, "partner"));
        practices.put(
                caller,
                api.post(sharing, "/api/practices", "{\"title\":\"Rights\"}").text("id"));
    }

    private String aGroup(String chair, String former) {
        String body = """
                {"name": "Rights", "coChairs": [{"partnerId": "%s", "from": "2020-01-01"},
                 {"partnerId": "%s", "from": "2019-01-01", "to": "2019-12-31"}]}""".formatted(chair, former);
        Api.Answer made = api.post(api.secretariat(), "/api/action-groups", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("id");
    }

    private String expired(String partner) {
        Instant then = Instant.now().minus(Duration.ofHours(1));
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject("expired")
                .audience(List.of("waymark"))
                .claim("roles", List.of("secretariat"))
                .claim("org", partner)
                .issuedAt(then)
                .expiresAt(then.plus(Duration.ofMinutes(10)))
                .build();
        return encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
    }

    private static String of(Map<String, String> ids, String whose) {
        return Objects.requireNonNull(ids.get(whose), whose);
    }

    private String filled(String path, String caller, Whose whose) {
        String absent = UUID.randomUUID().toString();
        String partner = switch (whose) {
            case OWN -> of(partners, caller);
            case ANOTHERS -> of(partners, STRANGER);
            case ABSENT -> absent;
        };
        String group = switch (whose) {
            case OWN -> of(groups, "own");
            case ANOTHERS -> of(groups, "another's");
            case ABSENT -> absent;
        };
        String client = switch (whose) {
            case OWN -> of(clients, caller);
            case ANOTHERS -> of(clients, STRANGER);
            case ABSENT -> absent;
        };
        String shared = switch (whose) {
            case OWN -> of(practices, caller);
            case ANOTHERS -> of(practices, STRANGER);
            case ABSENT -> absent;
        };
        if (path.startsWith("/api/practices/")) {
            return path.replace("{id}", shared);
        }
        return path.replace("{partnerId}", partner)
                .replace("{clientId}", client)
                .replace("{id}", path.startsWith("/api/action-groups") ? group : partner)
                .replace("**", "none")
                .replaceAll("\\{[^}]*}", absent);
    }
}
