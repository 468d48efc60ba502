package org.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final String TOPIC = "waymark.kill";
    private static final int PARTITIONS = 2;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void keeps_every_acknowledged_record_when_it_is_killed_and_started_on_another_port(@TempDir Path folder)
            throws Exception {
        sendUntilKilled(folder);

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            assertThat(acknowledged).isNotEmpty();
            assertThat(read(kafka)).containsAll(acknowledged);

            kafka.createTopics(Map.of(TOPIC, PARTITIONS));
            assertThatThrownBy(() -> kafka.createTopics(Map.of(TOPIC, PARTITIONS + 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("stands with 2 partitions, not 3");
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("which another server is using");
        }
    }

    @Test
    void says_in_a_sentence_that_its_port_is_taken(@TempDir Path folder) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, other.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + other.getLocalPort());
        }
    }

    private void sendUntilKilled(Path folder) throws IOException, InterruptedException {
        try (ChildServer server = ChildServer.start(EmbeddedKafka.class, folder)) {
            Topics.create(server.address(), Map.of(TOPIC, PARTITIONS));
            try (KafkaProducer<String, String> producer = producer(server.address())) {
                Thread sender = Thread.ofVirtual().start(() -> send(producer));
                Thread.sleep(700);
                server.kill();
                sender.interrupt();
                sender.join();
                producer.close(Duration.ZERO);
            }
        }
    }

    private void send(KafkaProducer<String, String> producer) {
        try {
            for (int i = 0; ; i++) {
                String value = "record-" + i;
                producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
                acknowledged.add(value);
            }
        } catch (InterruptedException | ExecutionException | InterruptException e) {
            // Killed: this one record was not acknowledged.
        }
    }

    private static KafkaProducer<String, String> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"), new StringSerializer(), new StringSerializer());
    }

    private static Set<String> read(EmbeddedKafka kafka) {
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(p -> new TopicPartition(TOPIC, p))
                .toList();
        Set<String> values = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            Instant deadline = Instant.now().plusSeconds(10);
            while (Instant.now().isBefore(deadline)
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
