package org.waymark.progress.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.progress.ServiceIT;
import org.waymark.progress.dashboard.rebuild.CommitmentsTopic;
import org.waymark.testing.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** What an instance that starts knows of what happened before. */
class LiveTopicIT extends ServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SUBMITTED = """
            {"title": "Earlier", "lead": {"partnerId": "p"}, "supporting": [], "groupId": "g", "level": "global",
             "countries": [], "sdgTargets": [], "start": "2026-01-01", "status": "submitted", "milestones": [],
             "indicators": [], "health": {"status": "unknown", "reasons": []}}
            """;

    @Autowired
    LiveBoard other;

    @Autowired
    CommitmentsTopic topic;

    @Autowired
    JsonMapper json;

    @Test
    void goes_on_for_who_was_cut_off_at_another_instance_before_this_one_started() throws Exception {
        other.awaitCaughtUp(PATIENCE);
        Positions cutOff = other.position();
        String id = published();
        LiveBoard board = new LiveBoard();
        LiveTopic started = new LiveTopic(board, topic, json);
        started.start();

        try {
            board.awaitCaughtUp(PATIENCE);
            Reader.Batch batch = board.join(cutOff).take(Duration.ZERO);

            assertThat(batch.resync()).isFalse();
            assertThat(batch.changes()).extracting(LiveBoard.Change::id).contains(id);
        } finally {
            started.stop();
        }
    }

    private static String published() throws Exception {
        String id = UUID.randomUUID().toString();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(KafkaMessageFactory.<byte[]>createWriter(
                                    CommitmentsTopic.NAME, null, null, id.getBytes(StandardCharsets.UTF_8))
                            .writeBinary(new CloudEventBuilder()
                                    .withId(UUID.randomUUID().toString())
                                    .withSource(URI.create("/somebody-else"))
                                    .withType("org.waymark.commitment.submitted.v1")
                                    .withSubject(id)
                                    .withTime(OffsetDateTime.now())
                                    .withExtension("sequence", "1")
                                    .withData("application/json", SUBMITTED.getBytes(StandardCharsets.UTF_8))
                                    .build()))
                    .get();
        }
        return id;
    }
}
