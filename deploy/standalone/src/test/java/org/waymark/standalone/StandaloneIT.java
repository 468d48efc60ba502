package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody lives through who starts Waymark, uses it, and loses it in the middle of things. */
class StandaloneIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Settings.Ports ports;
    private Api api;
    private RunningStandalone waymark;

    @BeforeEach
    void start() throws Exception {
        ports = RunningStandalone.freePorts();
        api = new Api(ports);
        waymark = RunningStandalone.start(data(), ports);
    }

    @AfterEach
    void end() {
        waymark.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void keeps_what_it_acknowledged_through_kills_at_any_time_and_stops_cleanly() throws Exception {
        // a kill in the middle of the sample
        waymark.awaitLine("entering the sample work plan");
        TimeUnit.MILLISECONDS.sleep(700);
        waymark.kill();

        waymark = RunningStandalone.start(data(), ports).awaitReady();
        assertThat(data().resolve("seeded")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("credentials.json"))))
                .isEqualTo("rw-------");
        assertThat(summary().path("commitments").asInt())
                .isEqualTo(sample().commitments().size());
        assertThat(api.get(api.partner("/api/partners?limit=200")).path("items").size())
                .isEqualTo(sample().partners().size());
        each_service_has_its_own_doors_only();

        // an update, and who hears of it
        Credentials credentials = credentials();
        its_people_sign_in(credentials);
        JsonNode commitment = openCommitmentOf(partner(credentials, "ilo").id());
        JsonNode reported = claim(commitment, credentials);
        awaitAlert(commitment, credentials);

        // a second one on the same folder
        try (RunningStandalone second = RunningStandalone.start(data(), RunningStandalone.freePorts())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.lines()).singleElement().asString().contains("Another Waymark is running");
        }
        // one on the same ports
        try (RunningStandalone other = RunningStandalone.start(folder.resolve("other"), ports)) {
            assertThat(other.awaitExit()).isEqualTo(1);
            assertThat(other.lines()).singleElement().asString().contains("set WAYMARK_PROGRESS_PORT");
        }

        // a kill of the whole, when time has done to the sample what it does
        awaitOverdue(credentials);
        JsonNode before = summary();
        int alerts = alerts(credentials).size();
        waymark.kill();
        waymark = RunningStandalone.start(data(), ports).awaitReady();
        assertThat(waymark.lines()).noneMatch(line -> line.contains("sample"));
        assertThat(summary()).isEqualTo(before);
        assertThat(card(commitment).path("sequence").asLong())
                .isEqualTo(reported.path("sequence").asLong());
        assertThat(claim(commitment, credentials)).isEqualTo(reported);
        assertThat(alerts(credentials)).hasSize(alerts);

        assertThat(waymark.stop()).isZero();
        assertThat(waymark.lines()).last().asString().isEqualTo("Waymark has stopped");
    }

    private void its_people_sign_in(Credentials credentials) throws Exception {
        assertThat(credentials.people())
                .extracting(Credentials.Person::role)
                .containsExactly("secretariat", "focal-point", "focal-point", "reporter");
        for (Credentials.Person person : credentials.people()) {
            HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            URI page = URI.create("http://localhost:" + ports.partner() + "/sign-in");
            String form = browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
            assertThat(csrf.find()).isTrue();
            HttpResponse<String> answer = browser.send(
                    HttpRequest.newBuilder(page)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + csrf.group(1) + "&username="
                                    + person.username() + "&password=" + person.password()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/sign-in/done");
        }
    }

    private void each_service_has_its_own_doors_only() throws Exception {
        assertThat(statusOf("POST", ports.progress(), "/oauth2/token")).isEqualTo(401);
        assertThat(statusOf("GET", ports.progress(), "/oauth2/jwks")).isEqualTo(401);
        assertThat(statusOf("GET", ports.notification(), "/oauth2/jwks")).isEqualTo(401);
        assertThat(statusOf("GET", ports.partner(), "/oauth2/jwks")).isEqualTo(200);
        for (int port : List.of(ports.progress(), ports.partner(), ports.notification())) {
            assertThat(statusOf("GET", port, "/actuator/health/readiness")).isEqualTo(200);
            assertThat(statusOf("GET", port, "/v3/api-docs")).isEqualTo(200);
        }
    }

    private static int statusOf(String method, int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Sample sample() {
        return Sample.of(LocalDate.now(ZoneOffset.UTC));
    }

    private Credentials credentials() {
        return JSON.readValue(data().resolve("credentials.json").toFile(), Credentials.class);
    }

    private static Credentials.PartnerClient partner(Credentials credentials, String key) {
        return Objects.requireNonNull(credentials.partner(key));
    }

    private JsonNode summary() throws InterruptedException {
        return api.get(api.progress("/api/dashboard/summary"));
    }

    private JsonNode card(JsonNode commitment) throws InterruptedException {
        return api.get(api.progress("/api/dashboard/commitments/" + id(commitment)));
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private JsonNode openCommitmentOf(String partner) throws InterruptedException {
        return api.get(api.progress("/api/commitments?partner=" + partner))
                .path("items")
                .path(0);
    }

    private JsonNode claim(JsonNode commitment, Credentials credentials) throws InterruptedException {
        JsonNode open = StreamSupport.stream(commitment.path("milestones").spliterator(), false)
                .filter(milestone -> milestone.path("status").asString().equals("planned"))
                .findFirst()
                .orElseThrow();
        String body = """
                {"narrative": "It is done.", "assessment": "on-track",
                 "milestones": [{"id": "%s", "status": "reached", "on": "%s"}]}
                """.formatted(id(open), LocalDate.now(ZoneOffset.UTC));
        JsonNode reported = api.post(
                api.progress("/api/commitments/" + id(commitment) + "/updates"),
                partner(credentials, "ilo").client(),
                "the-claim",
                JSON.readTree(body));
        JsonNode card = api.get(api.progress("/api/dashboard/commitments/" + id(commitment) + "?atLeast="
                + reported.path("sequence").asLong()));
        assertThat(card.path("sequence").asLong())
                .isEqualTo(reported.path("sequence").asLong());
        return reported;
    }

    /** As the co-chair sees it, soon. */
    private void awaitAlert(JsonNode commitment, Credentials credentials) throws InterruptedException {
        await("the alert", () -> alerts(credentials).stream().anyMatch(alert -> isOf(alert, commitment)));
    }

    /** Deadlines are looked at every ten seconds. */
    private void awaitOverdue(Credentials credentials) throws InterruptedException {
        long overdue = overdueInSample();
        assertThat(overdue).isPositive();
        await(
                "the overdue milestones",
                () -> summary().at("/milestones/overdue").asLong() == overdue);
        await(
                "their alerts",
                () -> alerts(credentials).stream()
                                .filter(alert -> alert.path("rule").asString().equals("milestone-overdue"))
                                .count()
                        == overdue);
    }

    static long overdueInSample() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        long due = 0;
        for (Sample.Promised promised : sample().commitments()) {
            due += StreamSupport.stream(promised.body().path("milestones").spliterator(), false)
                    .filter(milestone -> milestone.path("due").asString().compareTo(today) < 0)
                    .count();
            due -= promised.updates().stream()
                    .mapToInt(update ->
                            update.reached() == null ? 0 : update.reached().size())
                    .sum();
        }
        return due;
    }

    private interface Seen {

        boolean yet() throws InterruptedException;
    }

    private static void await(String what, Seen seen) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!seen.yet()) {
            assertThat(System.nanoTime()).as("time until " + what).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean isOf(JsonNode alert, JsonNode commitment) {
        return alert.path("commitmentId").asString().equals(id(commitment))
                && alert.path("rule").asString().equals("milestone-reached")
                && alert.path("raisedAt").asString().startsWith("20");
    }

    /** But for those that a clock brings, whenever it does. */
    private List<JsonNode> alerts(Credentials credentials) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.notification() + "/api/alerts?limit=200");
        JsonNode page = api.get(uri, partner(credentials, "iom").client());
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(alert -> !alert.path("rule").asString().equals("due-soon"))
                .toList();
    }
}
