package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.testing.SecuredKafka;
import org.waymark.testing.TestServers;

/** The rights that deploy/compose/access gives this service are enough for its work. */
class OwnRightsIT {

    @Test
    void the_service_publishes_with_its_own_credentials() {
        try (SecuredKafka kafka = SecuredKafka.start();
                ConfigurableApplicationContext service =
                        PartnerService.application().run(arguments(kafka))) {
            Api api = new Api(service.getEnvironment());

            Api.Answer partner = api.aPartner();

            assertThat(partner.status()).isEqualTo(201);
            assertThat(published(kafka, partner.text("id"))).isTrue();
            assertThat(api.get("/api/operations/held", "Authorization", "Bearer " + api.secretariat())
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Read as whoever follows partners. */
    private static boolean published(SecuredKafka kafka, String id) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.as("progress-service"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition("waymark.partners", 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            for (int attempt = 0; attempt < 60; attempt++) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
                for (var record : records) {
                    if (new String(record.key(), java.nio.charset.StandardCharsets.UTF_8).equals(id)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private static String[] arguments(SecuredKafka kafka) {
        List<String> arguments = new ArrayList<>(kafka.arguments("partner-service"));
        arguments.addAll(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=" + TestServers.mongoUri("own-rights-" + UUID.randomUUID()),
                "--waymark.embedded-store=true",
                "--waymark.bootstrap.secretariat.client-secret=" + RunningService.SECRET));
        return arguments.toArray(String[]::new);
    }
}
