package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker of compose's settings holds every service to {@code deploy/compose/access}, no more and no less. */
@SuppressWarnings("NullAway.Init")
class AccessListTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> OWNED = Set.of("waymark.partners", "waymark.commitments", "waymark.alerts");

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() {
        kafka = SecuredKafka.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-service", "progress-service", "notification-service"})
    void a_service_writes_and_reads_what_is_its_own_and_is_refused_on_all_else(String service) {
        Set<String> written = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (String topic : SecuredKafka.TOPICS) {
            if (isAllowed(() -> write(kafka.as(service), topic))) {
                written.add(topic);
            }
            if (isAllowed(() -> read(kafka.as(service), topic))) {
                read.add(topic);
            }
        }

        assertThat(written).isEqualTo(topics(service, "Write"));
        assertThat(read).isEqualTo(topics(service, "Read"));
    }

    /** What is on a topic is its owner's: others ask for what they want again, and nobody reads what is asked of another. */
    @ParameterizedTest
    @CsvSource({
        "partner-service, waymark.partners",
        "progress-service, waymark.commitments",
        "notification-service, waymark.alerts"
    })
    void a_service_writes_the_events_and_reads_the_requests_of_its_own_topic_alone(String service, String own) {
        assertThat(topics(service, "Write")).filteredOn(OWNED::contains).containsExactly(own);
        assertThat(topics(service, "Read"))
                .filteredOn(topic -> topic.endsWith(".again"))
                .containsExactly(own + ".again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "progress", "notification"})
    void a_service_commits_in_its_own_groups_alone(String name) {
        for (String group : List.of("partner", "progress", "notification")) {
            assertThat(isAllowed(() -> commit(name + "-service", "waymark-" + group + "-any")))
                    .as(name + " in a group of " + group)
                    .isEqualTo(group.equals(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner-service", "progress-service", "notification-service"})
    void a_service_makes_and_removes_no_topic_and_gives_nobody_rights(String service) {
        try (Admin admin = Admin.create(kafka.as(service))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("waymark.more", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> admin.deleteTopics(List.of("waymark.commitments"))
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> admin.createAcls(Access.list().getFirst().bindings())
                            .all()
                            .get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void nobody_is_let_in_by_a_wrong_password_and_no_service_by_anothers() {
        assertThatThrownBy(() -> write(kafka.as("partner-service", "a-guess"), "waymark.partners"))
                .hasRootCauseInstanceOf(SaslAuthenticationException.class);
        assertThatCode(() -> write(kafka.asAdmin(), "waymark.partners")).doesNotThrowAnyException();
    }

    private static Set<String> topics(String service, String operation) {
        return Access.list().stream()
                .filter(row -> row.service().equals(service) && row.kind().equals("topic"))
                .filter(row -> row.operations().contains(operation))
                .map(Access::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private interface Attempt {
        void make() throws ExecutionException, InterruptedException;
    }

    private static boolean isAllowed(Attempt attempt) {
        try {
            attempt.make();
            return true;
        } catch (AuthorizationException refused) {
            return false;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void write(Map<String, Object> client, String topic)
            throws ExecutionException, InterruptedException {
        client.put("delivery.timeout.ms", 10_000);
        client.put("request.timeout.ms", 5_000);
        client.put("max.block.ms", 10_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "x".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static void read(Map<String, Object> client, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partition = new ArrayList<>(List.of(new TopicPartition(topic, 0)));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            consumer.position(partition.getFirst(), PATIENCE);
            consumer.poll(Duration.ofMillis(500));
        }
    }

    private static void commit(String service, String group) {
        Map<String, Object> client = kafka.as(service);
        client.put("group.id", group);
        client.put("client.id", UUID.randomUUID().toString());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition("waymark.commitments", 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)), PATIENCE);
        }
    }
}
