package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.admin.ConfigCommand;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.AclCommand;
import org.apache.kafka.tools.TopicCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code deploy/compose/topics} asks of Kafka's tools, done by those tools at a broker of compose's settings. They
 * run in here, since a process for each would take minutes: the script writes down what it wants of them, and reads what
 * they said the time before.
 */
@SuppressWarnings("NullAway.Init")
class ComposeTopicsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BETWEEN = "\u001f";
    private static final String AS_IT_SHOULD_BE =
            "Topic: t\tTopicId: i\tPartitionCount: 3\tReplicationFactor: 1\tConfigs: retention.ms=-1\n";

    @TempDir
    Path bin;

    private SecuredKafka kafka;

    @BeforeEach
    void start() throws IOException {
        kafka = SecuredKafka.bare();
        Files.writeString(bin.resolve("said"), AS_IT_SHOULD_BE);
        for (String tool : List.of("kafka-acls.sh", "kafka-configs.sh", "kafka-topics.sh")) {
            Path written = Files.writeString(bin.resolve(tool), """
                    #!/bin/sh
                    { printf '%%s\\037' %1$s "$@"; echo; } >>%2$s/asked
                    cat %2$s/said
                    """.formatted(tool, bin));
            assertThat(written.toFile().setExecutable(true)).isTrue();
        }
        Exit.setExitProcedure((code, message) -> {
            if (code != 0) {
                throw new IllegalStateException("a tool ended with " + code + ": " + message);
            }
        });
    }

    @AfterEach
    void stop() {
        Exit.resetExitProcedure();
        kafka.close();
    }

    @Test
    void makes_topics_users_and_rights_as_listed_and_takes_away_what_is_not() throws Exception {
        assertThat(setUp()).isZero();
        letProgressWritePartners();

        assertThat(setUp()).isZero();

        try (Admin admin = Admin.create(kafka.asAdmin())) {
            assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(SecuredKafka.TOPICS);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(admin.describeAcls(AclBindingFilter.ANY)
                                    .values()
                                    .get())
                            .containsExactlyInAnyOrderElementsOf(listed()));
        }
        BrokerUser partner = new BrokerUser(kafka.as("partner-service", "p1"));
        assertThat(partner.isRefusedToWrite("waymark.partners")).isFalse();
        assertThat(partner.isRefusedToWrite("waymark.commitments")).isTrue();
    }

    @Test
    void refuses_to_go_on_with_a_topic_of_another_number_of_partitions() throws Exception {
        try (Admin admin = Admin.create(kafka.asAdmin())) {
            admin.createTopics(List.of(new NewTopic("waymark.alerts", 1, (short) 1)))
                    .all()
                    .get();
        }

        assertThat(setUp()).isZero();

        assertThat(setUp()).isOne();
    }

    private static List<AclBinding> listed() {
        return Access.list().stream()
                .filter(Access::isOfTheBroker)
                .flatMap(row -> row.bindings().stream())
                .toList();
    }

    /** As an earlier list did. */
    private void letProgressWritePartners() throws ExecutionException, InterruptedException {
        Access once = new Access("progress-service", "topic", "waymark.partners", List.of("Write"));
        try (Admin admin = Admin.create(kafka.asAdmin())) {
            admin.createAcls(once.bindings()).all().get();
        }
    }

    private int setUp() throws IOException, InterruptedException {
        Files.deleteIfExists(bin.resolve("asked"));
        int ended = script().start().waitFor();
        for (String line : Files.readAllLines(bin.resolve("asked"))) {
            List<String> words = List.of(line.split(BETWEEN));
            run(words.getFirst(), words.subList(1, words.size()).toArray(String[]::new));
        }
        return ended;
    }

    private ProcessBuilder script() {
        Path compose = Contracts.checkout().resolve("deploy/compose");
        ProcessBuilder script = new ProcessBuilder(
                        "bash", compose.resolve("topics").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        script.environment()
                .putAll(Map.of(
                        "KAFKA_BIN",
                        bin.toString(),
                        "TMPDIR",
                        bin.toString(),
                        "ACCESS",
                        compose.resolve("access").toString(),
                        "BOOTSTRAP_SERVERS",
                        kafka.bootstrapServers(),
                        "REPLICATION_FACTOR",
                        "1",
                        "MIN_INSYNC_REPLICAS",
                        "1",
                        "KAFKA_ADMIN_PASSWORD",
                        kafka.adminPassword(),
                        "KAFKA_PARTNER_PASSWORD",
                        "p1",
                        "KAFKA_PROGRESS_PASSWORD",
                        "p2",
                        "KAFKA_NOTIFICATION_PASSWORD",
                        "p3"));
        return script;
    }

    /** What the image's scripts of these names start. */
    private void run(String tool, String... arguments) throws IOException {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            switch (tool) {
                case "kafka-topics.sh" -> TopicCommand.main(arguments);
                case "kafka-configs.sh" -> ConfigCommand.main(arguments);
                case "kafka-acls.sh" -> AclCommand.main(arguments);
                default -> throw new IllegalStateException("compose uses another tool: " + tool);
            }
        } finally {
            System.setOut(out);
        }
        if (List.of(arguments).contains("--describe")) {
            Files.write(bin.resolve("said"), said.toByteArray());
        }
    }
}
