package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.standalone.Manifest.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A disk is lost, and what is left is a backup whose store is older than its broker. Whatever the broker knows is there
 * again, goes on from where it stood, and alerts nobody a second time.
 */
class BackupIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TOPICS = List.of("waymark.partners", "waymark.commitments", "waymark.alerts");

    @TempDir
    private Path folder;

    private Settings.Ports ports;
    private Api api;
    private RunningStandalone waymark;

    @BeforeEach
    void start() throws Exception {
        ports = RunningStandalone.freePorts();
        api = new Api(ports);
        waymark = RunningStandalone.start(folder.resolve("data"), ports);
    }

    @AfterEach
    void end() {
        waymark.close();
    }

    @Test
    void what_a_store_has_lost_is_folded_forward_from_the_topic() throws Exception {
        waymark.awaitReady();
        Credentials credentials = credentials();
        awaitOverdue(credentials);

        // a copy, while partners post
        List<JsonNode> posted = new CopyOnWriteArrayList<>();
        Thread posting = Thread.ofVirtual().start(() -> post(credentials, posted));
        Path copy = folder.resolve("copy");
        while (posted.size() < 5) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(Command.run(data(), "backup", copy.toString()))
                .satisfies(done -> assertThat(done.output()).contains("is whole"))
                .satisfies(done -> assertThat(done.exitCode()).isZero());
        posting.interrupt();
        posting.join();
        assertThat(posted).hasSizeGreaterThan(5);

        // what is acknowledged after it
        JsonNode older = commitmentWithOpenMilestone(ilo(credentials).id());
        JsonNode claimed = claim(older, credentials, "the-claim");
        JsonNode newer = promise(credentials, "after-the-copy");
        JsonNode reported = claim(newer, credentials, "first-of-the-newer");
        JsonNode partner = register(credentials);
        awaitAlert(older, credentials);
        awaitAlert(newer, credentials);
        awaitCard(newer, reported);
        List<JsonNode> alerts = alerts(credentials);
        JsonNode summary = summary();
        List<JsonNode> commitments = commitments();

        // the broker is copied later, then the machine is lost
        Path later = folder.resolve("later");
        assertThat(Command.run(data(), "backup", later.toString()).exitCode()).isZero();
        waymark.kill();
        takeBroker(later, copy);

        // it is restored elsewhere
        Path restored = folder.resolve("restored");
        assertThat(Command.run(restored, "restore", copy.toString()))
                .satisfies(done -> assertThat(done.output()).contains("holds the backup of"))
                .satisfies(done -> assertThat(done.exitCode()).isZero());
        waymark = RunningStandalone.start(restored, ports).awaitReady();
        assertThat(waymark.lines()).anyMatch(line -> line.contains("restored: the store has what the broker knows"));
        assertThat(restored.resolve("restored")).doesNotExist();

        // everything the broker knows is there
        assertThat(commitments()).isEqualTo(commitments);
        assertThat(api.get(api.partner("/api/partners/" + id(partner))).path("name"))
                .isEqualTo(partner.path("name"));
        for (JsonNode one : List.of(older, newer)) {
            assertThat(sequences(one)).isEqualTo(sequencesUpTo(sequence(commitment(one))));
        }
        awaitCard(older, claimed);
        awaitCard(newer, reported);
        await("the totals", () -> summary().equals(summary));

        // commands that are sent again are known, others go on from there
        assertThat(id(promise(credentials, "after-the-copy"))).isEqualTo(id(newer));
        assertThat(id(claim(newer, credentials, "first-of-the-newer"))).isEqualTo(id(reported));
        assertThat(sequence(commitment(newer))).isEqualTo(sequence(reported));
        JsonNode next = say(newer, credentials, "the-next");
        assertThat(sequence(next)).isEqualTo(sequence(reported) + 1);
        assertThat(sequence(say(older, credentials, "the-next"))).isEqualTo(sequence(claimed) + 1);
        awaitCard(newer, next);

        // nobody is alerted twice, and nothing on the topics contradicts anything
        JsonNode newest = promise(credentials, "after-the-restore");
        claim(newest, credentials, "first-of-the-newest");
        awaitAlert(newest, credentials);
        assertThat(alerts(credentials).stream()
                        .filter(one -> !one.path("commitmentId").asString().equals(id(newest)))
                        .toList())
                .isEqualTo(alerts);
        for (String topic : TOPICS) {
            TopicLog log = TopicLog.of(ports.kafka(), topic);
            assertThat(log.idsByAggregate()).isNotEmpty();
            assertThat(log.broken()).as(topic).isEmpty();
            assertThat(log.personal()).as(topic).isEmpty();
        }

        // a stopped one is copied too, and a folder in use is left alone
        assertThat(Command.run(restored, "restore", "--replace", copy.toString())
                        .output())
                .contains("Another Waymark is running");
        assertThat(waymark.stop()).isZero();
        assertThat(Command.run(restored, "backup", folder.resolve("stopped").toString())
                        .exitCode())
                .isZero();
        damaged_and_misplaced_backups_are_refused(folder.resolve("stopped"), restored);
    }

    private void damaged_and_misplaced_backups_are_refused(Path backup, Path data) throws Exception {
        assertThat(Command.run(data, "backup", backup.toString()).output()).contains("is not empty");
        assertThat(Command.run(data, "backup").exitCode()).isEqualTo(2);
        assertThat(Command.run(data, "restore", backup.toString()).output()).contains("--replace moves it aside");

        Files.writeString(backup.resolve("seeded"), "another day\n");
        Command damaged = Command.run(data, "restore", "--replace", backup.toString());
        assertThat(damaged.exitCode()).isEqualTo(1);
        assertThat(damaged.output()).contains("seeded is not what its manifest says");
        assertThat(data.resolve("store/store.mv")).exists();

        Files.delete(backup.resolve(Manifest.FILE));
        assertThat(Command.run(data, "restore", backup.toString()).output()).contains("is no whole backup");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(one -> one.toString().contains(".restoring"));
        }
    }

    /** As if the copy of the broker had taken until now. */
    private static void takeBroker(Path from, Path to) throws Exception {
        Copying.remove(to.resolve(Servers.BROKER));
        Files.move(from.resolve(Servers.BROKER), to.resolve(Servers.BROKER));
        Manifest before = Manifest.of(to);
        List<Entry> files = Stream.concat(
                        before.files().stream().filter(one -> !isOfBroker(one)),
                        Manifest.of(from).files().stream().filter(BackupIT::isOfBroker))
                .toList();
        Files.writeString(to.resolve(Manifest.FILE), new Manifest(before.version(), before.begun(), files).json());
    }

    private static boolean isOfBroker(Entry file) {
        return file.path().startsWith(Servers.BROKER + "/");
    }

    private void post(Credentials credentials, List<JsonNode> posted) {
        try {
            while (true) {
                posted.add(promise(credentials, "while-copying-" + posted.size()));
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode promise(Credentials credentials, String key) throws InterruptedException {
        String body = """
                {"title": "%s", "description": "Told nobody else.", "level": "global", "sdgTargets": ["8.7"],
                 "start": "2026-01-01", "end": "2099-12-31", "milestones": [{"title": "All is well", "due": "2099-06-30"}]}
                """.formatted(key);
        return api.post(api.progress("/api/commitments"), ilo(credentials).client(), key, JSON.readTree(body));
    }

    private JsonNode claim(JsonNode commitment, Credentials credentials, String key) throws InterruptedException {
        String milestone = id(open(commitment));
        return update(commitment, credentials, key, """
                {"narrative": "In words.", "assessment": "on-track",
                 "milestones": [{"id": "%s", "status": "reached", "on": "%s"}]}
                """.formatted(milestone, LocalDate.now(ZoneOffset.UTC)));
    }

    private JsonNode say(JsonNode commitment, Credentials credentials, String key) throws InterruptedException {
        return update(commitment, credentials, key, "{\"narrative\": \"It goes on.\"}");
    }

    private JsonNode update(JsonNode commitment, Credentials credentials, String key, String body)
            throws InterruptedException {
        return api.post(
                api.progress("/api/commitments/" + id(commitment) + "/updates"),
                ilo(credentials).client(),
                key,
                JSON.readTree(body));
    }

    private JsonNode register(Credentials credentials) throws InterruptedException {
        return api.post(
                api.partner("/api/partners"),
                credentials.secretariat(),
                "a-partner",
                JSON.readTree("{\"name\": \"Registered after the copy\", \"type\": \"22\", \"country\": \"SLV\"}"));
    }

    private interface Seen {

        boolean yet() throws InterruptedException;
    }

    private static void await(String what, Seen seen) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!seen.yet()) {
            assertThat(System.nanoTime()).as("time until " + what).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** What time does to the sample is done, so that nothing changes but what is asked for. */
    private void awaitOverdue(Credentials credentials) throws InterruptedException {
        long overdue = StandaloneIT.overdueInSample();
        await(
                "the alerts of what is overdue",
                () -> alerts(credentials).stream()
                                .filter(alert -> alert.path("rule").asString().equals("milestone-overdue"))
                                .count()
                        == overdue);
    }

    /** That a milestone is reached, and that there is no evidence of it. */
    private void awaitAlert(JsonNode commitment, Credentials credentials) throws InterruptedException {
        await(
                "the alerts",
                () -> alerts(credentials).stream()
                        .filter(alert -> alert.path("commitmentId").asString().equals(id(commitment)))
                        .map(alert -> alert.path("rule").asString())
                        .toList()
                        .containsAll(List.of("milestone-reached", "evidence-missing")));
    }

    private void awaitCard(JsonNode commitment, JsonNode at) throws InterruptedException {
        URI card = api.progress("/api/dashboard/commitments/" + id(commitment));
        await("the card", () -> api.find(card).map(BackupIT::sequence).orElse(0L) == sequence(at));
    }

    /** All but the texts, which no event carries. */
    private List<JsonNode> commitments() throws InterruptedException {
        List<JsonNode> all = items(api.get(api.progress("/api/commitments?limit=200")));
        all.forEach(one -> ((ObjectNode) one).remove("description"));
        return all;
    }

    private JsonNode commitment(JsonNode one) throws InterruptedException {
        return api.get(api.progress("/api/commitments/" + id(one)));
    }

    private JsonNode commitmentWithOpenMilestone(String partner) throws InterruptedException {
        return items(api.get(api.progress("/api/commitments?partner=" + partner))).stream()
                .filter(one -> one.path("title").asString().endsWith("(sample)"))
                .filter(one -> open(one).has("id"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode open(JsonNode commitment) {
        return StreamSupport.stream(commitment.path("milestones").spliterator(), false)
                .filter(one -> one.path("status").asString("planned").equals("planned"))
                .findFirst()
                .orElseGet(JSON::nullNode);
    }

    private List<Long> sequences(JsonNode commitment) throws InterruptedException {
        return items(api.get(api.progress("/api/commitments/" + id(commitment) + "/history?limit=200"))).stream()
                .map(BackupIT::sequence)
                .sorted()
                .toList();
    }

    private static List<Long> sequencesUpTo(long last) {
        return Stream.iterate(1L, next -> next <= last, next -> next + 1).toList();
    }

    /** But for those that a clock brings, whenever it does. */
    private List<JsonNode> alerts(Credentials credentials) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + ports.notification() + "/api/alerts?limit=200");
        return items(api.get(uri, iom(credentials).client())).stream()
                .filter(alert -> !alert.path("rule").asString().equals("due-soon"))
                .toList();
    }

    private JsonNode summary() throws InterruptedException {
        return api.get(api.progress("/api/dashboard/summary"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Credentials credentials() {
        return JSON.readValue(data().resolve("credentials.json").toFile(), Credentials.class);
    }

    private static Credentials.PartnerClient ilo(Credentials credentials) {
        return Objects.requireNonNull(credentials.partner("ilo"));
    }

    private static Credentials.PartnerClient iom(Credentials credentials) {
        return Objects.requireNonNull(credentials.partner("iom"));
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }

    private static long sequence(JsonNode node) {
        return node.path("sequence").asLong();
    }
}
