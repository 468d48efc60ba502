package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.waymark.testing.AnswerHeaders;
import org.waymark.testing.Endpoints;
import org.waymark.testing.TestTokens;

/**
 * What somebody would try, in the order of the OWASP API Security Top 10 of 2023; who may ask for what at all is in {@link
 * RightsIT}, and how often in the tests of the edge.
 */
class AttackIT extends ServiceIT {

    private static final Map<String, String> ANY = Map.of("If-Match", "*");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    ApplicationContext context;

    /** API1: what belongs to another is not reached by way of what is one's own. */
    @Test
    void no_id_of_anothers_works_under_ones_own_path() {
        Api other = new Api(
                anybody.base(), TestTokens.token("other", UUID.randomUUID().toString(), "partner"));
        Api.Answer theirs = other.post("/api/commitments", COMMITMENT, withKey());
        String update = other.post(path(theirs) + "/updates", "{\"narrative\": \"One.\"}", withKey())
                .text("/id");
        String file = other.post("/api/evidence?name=a.csv&visibility=private", "text/csv", TopicWriter.bytes("a\n1\n"))
                .text("/id");
        String own = path(aCommitment());

        List<Api.Answer> answers = List.of(
                ilo.patch(own + "/milestones/" + theirs.text("/milestones/0/id"), "{\"title\": \"Mine\"}", ANY),
                ilo.post(
                        own + "/indicators/" + theirs.text("/indicators/0/id") + "/periods",
                        "{\"start\": \"2027-01-01\", \"end\": \"2027-12-31\", \"target\": 1}",
                        withKey()),
                ilo.post(own + "/updates/" + update + "/answer", "{\"text\": \"Mine.\"}", withKey()),
                ilo.post(own + "/updates/" + update + "/resubmission", "{\"narrative\": \"Mine.\"}", ANY),
                ilo.get(own + "/updates/" + update),
                ilo.get("/api/evidence/" + file),
                ilo.post(
                        own + "/updates",
                        "{\"evidence\": [{\"fileId\": \"%s\", \"title\": \"Mine\"}]}".formatted(file),
                        withKey()));

        assertThat(answers).extracting(Api.Answer::status).allMatch(Set.of(400, 404, 409)::contains);
        assertThat(anybody.get(own).number("/sequence")).isEqualTo(1);
        assertThat(anybody.get(path(theirs)).number("/sequence")).isEqualTo(2);
    }

    /** API2. */
    @Test
    void no_token_is_believed_that_the_issuer_did_not_make_for_this_service_and_this_hour() {
        Api genuine = new Api(anybody.base(), TestTokens.forgeries().genuine("secretariat", null, "secretariat"));
        List<String> believed = new ArrayList<>();

        TestTokens.forgeries().all("secretariat", null, "secretariat").forEach((fault, token) -> {
            if (new Api(anybody.base(), token).get("/api/operations/held").status() != 401) {
                believed.add(fault);
            }
        });

        assertThat(believed).isEmpty();
        assertThat(genuine.get("/api/operations/held").status()).isEqualTo(200);
    }

    /** API3: whatever a service decides by itself is no field of a request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "id", "sequence", "status", "lead", "partner", "partnerId", "organization", "org", "client", "health",
                "progress", "createdAt", "recorded", "updates", "origin", "verified", "by", "roles", "_id", "outbox"
            })
    void no_field_that_the_service_owns_can_be_sent(String field) {
        String at = path(aCommitmentInAGroup());
        String update = ilo.post(at + "/updates", "{\"narrative\": \"One.\"}", withKey())
                .text("/id");
        String value = "\"" + field + "\": \"" + UNICEF + "\"";

        List<Api.Answer> answers = List.of(
                ilo.post("/api/commitments", COMMITMENT.replaceFirst("\\{", "{" + value + ","), withKey()),
                ilo.patch(at, "{" + value + "}", ANY),
                ilo.post(at + "/updates", "{\"narrative\": \"Two.\", " + value + "}", withKey()),
                ilo.post(at + "/milestones", "{\"title\": \"M\", \"due\": \"2099-12-31\", " + value + "}", withKey()),
                ilo.post(at + "/implementation", "{" + value + "}", ANY),
                unicef.post(at + "/updates/" + update + "/return", "{\"reason\": \"R.\", " + value + "}", ANY),
                unicef.put(
                        at + "/health-override",
                        "{\"status\": \"at-risk\", \"until\": \"2099-12-31\", \"reason\": \"R.\", " + value + "}",
                        ANY));

        // Of these, an override alone has a status to say.
        int said = field.equals("status") ? answers.size() - 1 : answers.size();
        assertThat(answers.subList(0, said)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/fields/0/field")).isEqualTo(field);
        });
    }

    /** API3: the organization is the token's. */
    @Test
    void what_is_posted_is_the_callers_own_whatever_it_says() {
        String said = "partnerId=%1$s&organization=%1$s&org=%1$s&lead=%1$s".formatted(UNICEF);

        assertThat(ilo.post("/api/commitments?" + said, COMMITMENT, withKey()).text("/partnerId"))
                .isEqualTo(ILO);
    }

    /** API4: depth, numbers, names. */
    @Test
    void what_would_cost_too_much_to_read_is_refused() {
        String deep = "[".repeat(40) + "]".repeat(40);
        String at = path(aCommitment()) + "/updates";
        String actual = "{\"actuals\": [{\"indicatorId\": \"%s\", \"periodId\": \"%s\", \"value\": %s}]}";
        String id = UUID.randomUUID().toString();

        List<Api.Answer> byTheField = List.of(
                ilo.post(at, "{\"narrative\": " + deep + "}", withKey()),
                ilo.post(at, actual.formatted(id, id, "1e999999999"), withKey()));
        List<Api.Answer> whileItIsRead = List.of(
                ilo.put("/api/drafts/" + id, deep, ANY),
                ilo.post(at, actual.formatted(id, id, deep), withKey()),
                ilo.post(at, actual.formatted(id, id, "9".repeat(101)), withKey()),
                ilo.post(at, "{\"" + "n".repeat(501) + "\": 1}", withKey()),
                ilo.post(at, "{\"evidence\": [" + "{},".repeat(60_000) + "{}]}", withKey()));

        assertThat(Stream.concat(byTheField.stream(), whileItIsRead.stream())).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
        });
        // Shallow, short and few enough they would be refused all the same, but for what they say.
        assertThat(whileItIsRead)
                .extracting(answer -> answer.text("/type"))
                .containsOnly("urn:waymark:problem:malformed");
    }

    /** API4: every list of a request has an end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "supporting  | 51  | \"8d0c8e6a-0000-5000-8000-000000000000\"",
                "countries   | 251 | \"SLV\"",
                "regions     | 51  | \"005\"",
                "sdgTargets  | 51  | \"8.7\"",
                "milestones  | 201 | {\"title\": \"M\", \"due\": \"2099-12-31\"}",
                "indicators  | 501 | {\"title\": \"I\", \"measure\": \"unit\"}"
            })
    void no_list_of_a_commitment_is_longer_than_it_may_be(String field, int many, String element) {
        String list = String.join(",", java.util.Collections.nCopies(many, element));

        Api.Answer answer = ilo.post("/api/commitments", """
                {"title": "T", "level": "global", "start": "2026-01-01", "end": "2027-12-31", "%s": [%s]}
                """.formatted(field, list), withKey());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/fields").findValuesAsString("field")).contains(field);
    }

    /** API4: every list of an update, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "milestones | 201 | {\"id\": \"8d0c8e6a-0000-5000-8000-000000000000\", \"status\": \"in-progress\"}",
                "actuals    | 501 | {\"indicatorId\": \"8d0c8e6a-0000-5000-8000-000000000000\", \"periodId\": \"8d0c8e6a-0000-5000-8000-000000000000\", \"value\": 1}",
                "evidence   | 51  | {\"url\": \"https://example.org\", \"title\": \"E\"}"
            })
    void no_list_of_an_update_is_longer_than_it_may_be(String field, int many, String element) {
        String list = String.join(",", java.util.Collections.nCopies(many, element));

        Api.Answer answer =
                ilo.post(path(aCommitment()) + "/updates", "{\"%s\": [%s]}".formatted(field, list), withKey());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/fields").findValuesAsString("field")).contains(field);
    }

    /** API4: every list that takes a limit, of whichever controller. */
    @Test
    void no_page_is_longer_than_it_may_be() {
        String id = aCommitment().text("/id");
        SortedSet<String> lists = Endpoints.taking(context, "limit");

        assertThat(lists).contains("/api/commitments", "/api/feed", "/api/dashboard/commitments");
        for (String list : lists) {
            for (String limit : List.of("0", "-1", "501", "2147483648", "x", "1e2")) {
                Api.Answer answer = ilo.get(list.replaceAll("\\{[^}]*}", id) + "?limit=" + limit);
                assertThat(answer.status())
                        .as(list + " " + limit + answer.body())
                        .isEqualTo(400);
                assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
            }
        }
    }

    /** API5: a role is its exact name, and a function needs it whatever the body says. */
    @Test
    void no_role_is_guessed() {
        for (String role : List.of("SECRETARIAT", "Secretariat", "ROLE_secretariat", "admin", " secretariat", "*")) {
            Api guess = new Api(anybody.base(), TestTokens.token("guess", ILO, "partner", role));
            assertThat(guess.get("/api/operations/held").status()).as(role).isEqualTo(403);
        }
        String update = ilo.post(path(aCommitmentInAGroup()) + "/updates", "{\"narrative\": \"One.\"}", withKey())
                .text("/commitmentId");
        Api claimant = new Api(
                anybody.base(), TestTokens.token("claimant", UUID.randomUUID().toString(), "partner", "co-chair"));
        assertThat(claimant.post("/api/commitments/" + update + "/endorsement", "", ANY)
                        .status())
                .isIn(404, 503);
    }

    /** API6: a partner who chairs does not pass judgement on itself, however the request is put. */
    @Test
    void nobody_verifies_what_the_own_organization_says() {
        Api chair = new Api(anybody.base(), TestTokens.token("ilo-chair", ILO, "partner", "co-chair"));
        String at = path(aCommitmentInAGroup());
        await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));
        String update = at + "/updates/"
                + ilo.post(at + "/updates", "{\"narrative\": \"One.\"}", withKey())
                        .text("/id");

        Api.Answer verified = chair.post(update + "/verification", "", ANY);

        assertThat(verified.status()).isEqualTo(409);
        assertThat(verified.text("/type")).endsWith("own-update");
        assertThat(anybody.get(update).text("/status")).isEqualTo("submitted");
    }

    /** API7: nothing that is sent makes the service ask another machine. */
    @Test
    void no_link_and_no_entity_is_fetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
        String url = "http://127.0.0.1:" + inside.getAddress().getPort() + "/secret";

        Api.Answer linked = ilo.post(
                path(aCommitment()) + "/updates",
                "{\"evidence\": [{\"url\": \"%s\", \"title\": \"E\"}]}".formatted(url),
                withKey());
        Api.Answer external =
                secretariat.post("/api/imports?dryRun=true", "application/xml", TopicWriter.bytes("""
                        <?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "%1$s"><!ENTITY %% p SYSTEM "%1$s"> %%p;]>
                        <iati-activities version="2.03">&e;</iati-activities>""".formatted(url)));
        inside.stop(0);

        assertThat(linked.status()).isEqualTo(201);
        assertThat(external.status()).isEqualTo(400);
        assertThat(asked).hasValue(0);
    }

    /** API8: on whatever is answered, a refusal of a filter included. */
    @Test
    void every_answer_has_the_headers_that_keep_a_browser_safe() {
        Set<String> paths = new LinkedHashSet<>();
        Endpoints.of(context).stream()
                .filter(endpoint -> endpoint.startsWith("GET ") && !endpoint.contains("stream"))
                .map(endpoint -> endpoint.substring(4).replaceAll("\\{[^}]*}|\\*\\*", "none"))
                .forEach(paths::add);
        paths.addAll(List.of("/no-such-page", "/assets/none.js", "/api/commitments?limit=x", "/error"));

        for (String path : paths) {
            HttpResponse<String> answer = send(anybody.request(path)
                    .header("Origin", "https://evil.example")
                    .GET());
            assertThat(AnswerHeaders.faults(answer)).as(path).isEmpty();
            assertThat(answer.statusCode()).as(path).isLessThan(500);
        }
        assertThat(AnswerHeaders.faults(send(ilo.request("/api/commitments")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[2 << 20])))))
                .isEmpty();
    }

    /** API8: no other site may read or write. */
    @Test
    void no_other_origin_is_let_in() {
        HttpResponse<String> asked = send(anybody.request("/api/commitments")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(asked.statusCode()).isIn(401, 403, 405);
        assertThat(AnswerHeaders.faults(asked)).isEmpty();
    }

    /** API8 and API9: what is not in the table of rights is not there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/actuator/loggers",
                "/actuator/configprops",
                "/actuator/mappings",
                "/actuator/threaddump",
                "/actuator/shutdown",
                "/swagger-ui/index.html",
                "/swagger-ui.html",
                "/h2-console",
                "/login",
                "/oauth2/token",
                "/console",
                "/api",
                "/api/",
                "/api/operations",
                "/api/commitments/",
                "/.git/config",
                "/.env",
                "/api/v1/commitments",
                "/.well-known/oauth-protected-resource",
                "/error",
                "/api/operations/rebuilds/../held",
                "/API/commitments"
            })
    void no_door_is_open_besides(String path) {
        for (Api caller : List.of(anybody, ilo)) {
            for (String method : List.of("GET", "POST", "DELETE")) {
                HttpResponse<String> answer = send(caller.request(path).method(method, BodyPublishers.noBody()));
                assertThat(answer.statusCode()).as(method + " " + path).isIn(400, 401, 403, 404, 405);
            }
        }
    }

    /** API8: a method that nobody declared changes nothing and tells nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "TRACE", "PROPFIND", "LINK"})
    void no_method_works_that_is_not_declared(String method) {
        String at = path(aCommitment());

        assertThat(send(ilo.request(at).method(method, BodyPublishers.ofString("{}")))
                        .statusCode())
                .isIn(400, 403, 405, 501);
        assertThat(anybody.get(at).status()).isEqualTo(200);
    }

    /** API9: what the service says of itself is all that there is under /api. */
    @Test
    void every_endpoint_is_described() {
        Set<String> described = new LinkedHashSet<>();
        anybody.get("/v3/api-docs").body().path("paths").forEachEntry((path, methods) -> described.add(path));

        assertThat(Endpoints.of(context).stream()
                        .map(endpoint -> endpoint.substring(endpoint.indexOf(' ') + 1))
                        .filter(path -> path.startsWith("/api/"))
                        .distinct())
                .isSubsetOf(described);
    }

    /** API10: what other services tell, and what partners write, is text and nothing else. */
    @Test
    void no_script_of_anothers_reaches_a_page() {
        String script = "<script>alert(1)</script>";
        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                UUID.randomUUID().toString(),
                1,
                "org.waymark.partner.registered.v1",
                "{\"name\": \"%s\", \"status\": \"active\", \"origin\": \"registered\"}".formatted(script)));
        String id = ilo.post("/api/commitments", COMMITMENT.replace("Fair recruitment corridors", script), withKey())
                .text("/id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> anybody.get("/api/dashboard/commitments/" + id).status() == 200);

        String page = send(anybody.request("/board/cards/" + id).GET()).body();

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain(script);
    }

    private static String path(Api.Answer commitment) {
        return "/api/commitments/" + commitment.text("/id");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return Api.now(() -> HTTP.send(request.build(), BodyHandlers.ofString()));
    }
}
