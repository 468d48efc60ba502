package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.v1.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.platform.Uuids;
import org.waymark.testing.StoreRules;

@RunningService
class IntroductionsIT {

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void invites_the_lead_that_an_import_names() {
        String orgId = "XX-" + UUID.randomUUID();
        String partnerId = Uuids.of("partners", orgId).toString();

        submitted(orgId, "Example Trust");
        submitted(orgId, "Example Trust, second spelling");

        await(() -> assertThat(api.get("/api/partners/" + partnerId).status()).isEqualTo(200));
        Answer partner = api.get("/api/partners/" + partnerId);
        assertThat(partner.text("name")).isEqualTo("Example Trust");
        assertThat(partner.text("type")).isEqualTo("60");
        assertThat(partner.text("status")).isEqualTo("invited");
        ConsumerRecord<byte[], byte[]> record = topics.await(partnerId, 1).getFirst();
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).contains("\"origin\":\"import\"");
    }

    @Test
    void leaves_a_partner_that_stands_as_it_is_and_reads_on() {
        Answer known = api.aPartner();
        String behind = "XX-" + UUID.randomUUID();

        String commitment = submitted(known.text("orgId"), "Another spelling");
        revised(commitment);
        submitted(behind, "Example Fund");

        await(() -> assertThat(
                        api.get("/api/partners/" + Uuids.of("partners", behind)).status())
                .isEqualTo(200));
        assertThat(api.get("/api/partners/" + known.text("id")).body()).isEqualTo(known.body());
        assertThat(held()).doesNotContain(commitment);
    }

    @Test
    void lets_the_secretariat_take_an_invited_partner_in() {
        String orgId = "XX-" + UUID.randomUUID();
        String path = "/api/partners/" + Uuids.of("partners", orgId);
        submitted(orgId, "Example Trust");
        await(() -> assertThat(api.get(path).status()).isEqualTo(200));

        Answer taken = api.patch(api.secretariat(), path, "\"1\"", "{\"status\":\"active\",\"country\":\"CHE\"}");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("status")).isEqualTo("active");
    }

    @Test
    void holds_what_it_cannot_read_and_says_so() {
        String commitment = UUID.randomUUID().toString();

        send(commitment, 1, "org.waymark.commitment.sung.v1", "{}");

        await(() -> assertThat(held()).contains(commitment, "org.waymark.commitment.sung.v1", "\"next\":null"));
    }

    private String held() {
        return api.get("/api/operations/held", "Authorization", "Bearer " + api.secretariat())
                .response()
                .body();
    }

    private String submitted(String orgId, String name) {
        String commitment = UUID.randomUUID().toString();
        send(commitment, 1, "org.waymark.commitment.submitted.v1", lead(orgId, name));
        return commitment;
    }

    private static String lead(String orgId, String name) {
        return "{\"title\":\"Grants\",\"lead\":{\"partnerId\":\"%s\",\"orgId\":\"%s\",\"name\":\"%s\",\"type\":\"60\"}}"
                .formatted(Uuids.of("partners", orgId), orgId, name);
    }

    private void revised(String commitment) {
        send(commitment, 2, "org.waymark.commitment.revised.v1", "{}");
    }

    private void send(String subject, int sequence, String type, String data) {
        CloudEvent event = new CloudEventBuilder()
                .withId(UUID.randomUUID().toString())
                .withSource(URI.create("/progress-service"))
                .withType(type)
                .withSubject(subject)
                .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                .withExtension("sequence", Integer.toString(sequence))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
        topics.send(KafkaMessageFactory.<byte[]>createWriter(
                        "waymark.commitments", null, null, subject.getBytes(StandardCharsets.UTF_8))
                .writeBinary(event));
    }

    private static void await(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
