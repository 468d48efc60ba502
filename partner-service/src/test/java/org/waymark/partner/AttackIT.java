package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.waymark.testing.AnswerHeaders;
import org.waymark.testing.Endpoints;
import org.waymark.testing.Forgeries;

/** What somebody would try (OWASP API Security Top 10 of 2023); who may ask for what at all is in {@link RightsIT}. */
@RunningService
class AttackIT {

    @Autowired
    Api api;

    @Autowired
    ApplicationContext context;

    @Autowired
    JWKSource<SecurityContext> keys;

    @Value("${waymark.security.issuer}")
    String issuer;

    /** API2. */
    @Test
    void no_token_is_believed_that_was_not_made_here_for_this_use_and_this_hour() throws Exception {
        Forgeries forgeries = new Forgeries(
                keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                        .getFirst()
                        .toRSAKey(),
                issuer);
        List<String> believed = new ArrayList<>();

        forgeries.all("secretariat", null, "secretariat").forEach((fault, token) -> {
            if (held(token) != 401) {
                believed.add(fault);
            }
        });

        assertThat(believed).isEmpty();
        assertThat(held(forgeries.genuine("secretariat", null, "secretariat"))).isEqualTo(200);
    }

    /** API3: whatever the service decides by itself is no field of a request. */
    @ParameterizedTest
    @ValueSource(
            strings = {"id", "sequence", "status", "origin", "mergedInto", "createdAt", "clients", "secret", "_id"})
    void no_field_that_the_service_owns_can_be_sent_with_a_new_partner(String field) {
        String body = Api.aPartnerBody("XX-" + field).replaceFirst("\\{", "{\"" + field + "\": \"x\",");

        Api.Answer answer = api.post(api.secretariat(), "/api/partners", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("fields").get(0).path("field").asString()).isEqualTo(field);
    }

    /** API3. */
    @ParameterizedTest
    @ValueSource(strings = {"clientId", "clientSecret", "partnerId", "org", "organization", "createdAt", "secrets"})
    void no_field_that_the_service_owns_can_be_sent_with_a_new_client(String field) {
        String partner = api.aPartner().text("id");

        Api.Answer answer = api.post(
                api.secretariat(),
                "/api/partners/" + partner + "/clients",
                "{\"name\": \"importer\", \"roles\": [\"partner\"], \"" + field + "\": \"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("fields").get(0).path("field").asString()).isEqualTo(field);
    }

    /** API4. */
    @Test
    void what_would_cost_too_much_to_read_is_refused() {
        String deep = "[".repeat(40) + "]".repeat(40);
        String term = "{\"partnerId\": \"8d0c8e6a-0000-5000-8000-000000000000\", \"from\": \"2020-01-01\"}";

        // Where what is not known is passed over, nothing but its depth is wrong with it.
        String row = "[{\"id\": \"1\", \"name\": \"N\", \"more\": %s}]";
        String rows = "/api/partners/imports?dryRun=true";
        assertThat(api.post(api.secretariat(), rows, row.formatted("[[]]")).status())
                .isEqualTo(200);
        assertThat(api.post(api.secretariat(), rows, row.formatted(deep)).status())
                .isEqualTo(400);
        Api.Answer crowded = api.post(
                api.secretariat(),
                "/api/action-groups",
                "{\"name\": \"G\", \"coChairs\": [" + (term + ",").repeat(50) + term + "]}");
        assertThat(crowded.status()).isEqualTo(400);
        assertThat(crowded.body().path("fields").get(0).path("field").asString())
                .isEqualTo("coChairs");
        assertThat(api.post(api.secretariat(), "/api/partners", "{\"name\": \"" + "n".repeat(2 << 20) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    /** API4. */
    @Test
    void no_page_is_longer_than_it_may_be() {
        for (String list : Endpoints.taking(context, "limit")) {
            for (String limit : List.of("0", "-1", "501", "2147483648", "x")) {
                Api.Answer answer = api.get(list + "?limit=" + limit, "Authorization", "Bearer " + api.secretariat());
                assertThat(answer.status()).as(list + " " + limit).isEqualTo(400);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            }
        }
    }

    /** API8: no endpoint takes a form of parts, and one that breaks off is no failure of the service. */
    @Test
    void a_form_of_parts_is_refused() {
        String token = api.secretariat();

        for (String body : List.of("--a", "--a\r\nContent-Disposition: form-data\r\n\r\n--a--")) {
            String type = "multipart/form-data; boundary=a";
            Api.Answer answer = api.post(token, "/api/partners", body, "Content-Type", type);
            assertThat(answer.status()).as(body).isEqualTo(415);
        }
    }

    /** API8: a query or a form is no failure of the service where it cannot be decoded. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/action-groups", "/oauth2/token", "/sign-in", "/oauth2/authorize"})
    void what_cannot_be_decoded_is_refused(String path) {
        String token = api.secretariat();
        String form = "application/x-www-form-urlencoded";

        for (String odd : List.of("a=%zz", "a=%ff", "%00=%", "a=1&%=&=2", "%01=1")) {
            assertThat(api.post(token, path, odd, "Content-Type", form).status())
                    .as(odd)
                    .isBetween(300, 499);
        }
        assertThat(api.send("GET", "/api/partners?name=%ff&limit=%ff", null).status())
                .isEqualTo(400);
    }

    /** API8. */
    @Test
    void every_answer_has_the_headers_that_keep_a_browser_safe() {
        Set<String> paths = new LinkedHashSet<>(List.of("/no-such-page", "/error", "/api/partners?limit=x"));
        Endpoints.of(context).stream()
                .filter(endpoint -> endpoint.startsWith("GET "))
                .map(endpoint -> endpoint.substring(4).replaceAll("\\{[^}]*}|\\*\\*", "none"))
                .forEach(paths::add);

        for (String path : paths) {
            Api.Answer answer = api.get(path, "Origin", "https://evil.example");
            assertThat(AnswerHeaders.faults(answer.response())).as(path).isEmpty();
            assertThat(answer.status()).as(path).isLessThan(500);
        }
        assertThat(AnswerHeaders.faults(api.send("POST", "/oauth2/token", "x=1").response()))
                .isEmpty();
    }

    /** API9. */
    @Test
    void every_endpoint_is_described() {
        Set<String> described = new LinkedHashSet<>();
        api.get("/v3/api-docs").body().path("paths").forEachEntry((path, methods) -> described.add(path));

        assertThat(Endpoints.of(context).stream()
                        .map(endpoint -> endpoint.substring(endpoint.indexOf(' ') + 1))
                        .filter(path -> path.startsWith("/api/"))
                        .distinct())
                .isSubsetOf(described);
    }

    private int held(String token) {
        return api.get("/api/operations/held", "Authorization", "Bearer " + token)
                .status();
    }
}
