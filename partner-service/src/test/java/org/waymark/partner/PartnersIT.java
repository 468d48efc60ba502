package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.platform.Uuids;
import org.waymark.testing.Contracts;
import org.waymark.testing.StoreRules;

@RunningService
class PartnersIT {

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void registers_a_partner_that_anybody_may_read() {
        String orgId = "XE-EXAMPLE-" + UUID.randomUUID();

        Answer made = api.post(api.secretariat(), "/api/partners", Api.aPartnerBody(orgId));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("id")).isEqualTo(Uuids.of("partners", orgId).toString());
        assertThat(made.header("Location")).isEqualTo("/api/partners/" + made.text("id"));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        Answer read = api.get(made.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.text("name")).isEqualTo("Example Trust");
        assertThat(read.text("acronym")).isEqualTo("ET");
        assertThat(read.text("type")).isEqualTo("21");
        assertThat(read.text("country")).isEqualTo("CHE");
        assertThat(read.text("orgId")).isEqualTo(orgId);
        assertThat(read.text("status")).isEqualTo("active");
        assertThat(read.body().path("sequence").asLong()).isEqualTo(1);
    }

    @Test
    void answers_not_modified_to_who_has_read_it() {
        String path = api.aPartner().header("Location");

        assertThat(api.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(304);
        assertThat(api.get(path, "If-None-Match", "\"7\"").status()).isEqualTo(200);
    }

    @Test
    void answers_the_same_to_the_same_org_id_and_refuses_other_facts() {
        String body = Api.aPartnerBody("XE-EXAMPLE-" + UUID.randomUUID());
        Answer first = api.post(api.secretariat(), "/api/partners", body);

        Answer again = api.post(api.secretariat(), "/api/partners", body);
        Answer other = api.post(api.secretariat(), "/api/partners", body.replace("Trust", "Fund"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("urn:waymark:problem:org-id-taken");
        assertThat(topics.await(first.text("id"), 1)).hasSize(1);
    }

    @Test
    void makes_a_partner_without_org_id_once_per_key() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"Example Coalition\"}";

        Answer first = api.post(api.secretariat(), "/api/partners", body, "Idempotency-Key", key);
        Answer again = api.post(api.secretariat(), "/api/partners", body, "Idempotency-Key", key);
        Answer other = api.post(api.secretariat(), "/api/partners", "{\"name\":\"Another\"}", "Idempotency-Key", key);
        Answer unkeyed = api.post(api.secretariat(), "/api/partners", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(unkeyed.text("id")).isNotEmpty().isNotEqualTo(first.text("id"));
    }

    @Test
    void changes_only_the_fields_that_are_there() {
        String path = api.aPartner().header("Location");

        Answer changed = api.patch(api.secretariat(), path, "\"1\"", "{\"country\":\"SLV\",\"acronym\":null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("country")).isEqualTo("SLV");
        assertThat(changed.body().has("acronym")).isFalse();
        assertThat(changed.text("name")).isEqualTo("Example Trust");
        assertThat(changed.text("type")).isEqualTo("21");
        assertThat(api.get(path).body()).isEqualTo(changed.body());
    }

    @Test
    void takes_a_time_zone_changes_it_and_takes_it_away() {
        String body = "{\"name\":\"Example Trust\",\"timeZone\":\"europe/zurich\"}";

        Answer made = api.post(api.secretariat(), "/api/partners", body);
        String path = made.header("Location");
        Answer moved = api.patch(api.secretariat(), path, "*", "{\"timeZone\":\"America/El_Salvador\"}");
        Answer renamed = api.patch(api.secretariat(), path, "*", "{\"name\":\"Example Fund\"}");
        Answer without = api.patch(api.secretariat(), path, "*", "{\"timeZone\":null}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("timeZone")).isEqualTo("Europe/Zurich");
        assertThat(moved.text("timeZone")).isEqualTo("America/El_Salvador");
        assertThat(renamed.text("timeZone")).isEqualTo("America/El_Salvador");
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.body().has("timeZone")).isFalse();
        assertThat(api.aPartner().body().has("timeZone")).isFalse();
        assertThat(topics.await(made.text("id"), 4))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .satisfiesExactly(
                        registered -> assertThat(registered).contains("\"timeZone\":\"Europe/Zurich\""),
                        changed -> assertThat(changed).contains("\"timeZone\":\"America/El_Salvador\""),
                        kept -> assertThat(kept).contains("\"timeZone\":\"America/El_Salvador\""),
                        taken -> assertThat(taken).doesNotContain("timeZone"));
    }

    @Test
    void asks_for_the_version_that_was_read() {
        String path = api.aPartner().header("Location");
        String body = "{\"name\":\"Example Fund\"}";
        String bearer = "Bearer " + api.secretariat();

        assertThat(api.send("PATCH", path, body, "Authorization", bearer).status())
                .isEqualTo(428);
        assertThat(api.patch(api.secretariat(), path, "\"9\"", body).status()).isEqualTo(412);
        assertThat(api.patch(api.secretariat(), path, "*", body).status()).isEqualTo(200);
    }

    @Test
    void does_a_keyed_change_once() {
        String path = api.aPartner().header("Location");
        String[] headers = {"Authorization", "Bearer " + api.secretariat(), "If-Match", "\"1\"", "Idempotency-Key", "k1"
        };

        Answer first = api.send("PATCH", path, "{\"name\":\"Example Fund\"}", headers);
        Answer again = api.send("PATCH", path, "{\"name\":\"Example Fund\"}", headers);
        Answer other = api.send("PATCH", path, "{\"name\":\"Another\"}", headers);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void lets_a_partner_change_its_own_name_and_time_zone_and_no_more() {
        Answer made = api.aPartner();
        String own = made.header("Location");
        String others = api.aPartner().header("Location");
        String token = api.token(api.aClient(made.text("id"), "partner"));
        String observer = api.token(api.aClient(made.text("id"), "observer"));
        String name = "{\"name\":\"Example Fund\",\"acronym\":\"EF\",\"timeZone\":\"Europe/Zurich\"}";

        assertThat(api.patch(token, own, "\"1\"", name).status()).isEqualTo(200);
        assertThat(api.patch(token, own, "*", "{\"status\":\"withdrawn\"}").status())
                .isEqualTo(403);
        assertThat(api.patch(token, own, "*", "{\"country\":\"SLV\"}").status()).isEqualTo(403);
        assertThat(api.patch(observer, own, "*", name).status()).isEqualTo(403);
        assertThat(api.patch(token, others, "*", name).status()).isEqualTo(404);
        assertThat(api.post(token, "/api/partners", Api.aPartnerBody("XE-EXAMPLE-1"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void asks_who_writes() {
        String path = api.aPartner().header("Location");

        assertThat(api.send("POST", "/api/partners", Api.aPartnerBody("XE-EXAMPLE-1"))
                        .status())
                .isEqualTo(401);
        assertThat(api.send("PATCH", path, "{}", "If-Match", "*").status()).isEqualTo(401);
    }

    @Test
    void names_the_fields_that_are_wrong() {
        Answer refused =
                api.post(api.secretariat(), "/api/partners", "{\"name\":\" \",\"type\":\"NGO\",\"country\":\"Chile\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(fields(refused)).containsExactlyInAnyOrder("name", "type", "country");
        assertThat(fields(post("{\"name\":\"A\",\"type\":\"99\"}"))).containsExactly("type");
        assertThat(fields(post("{\"name\":\"A\",\"country\":\"XXX\"}"))).containsExactly("country");
        assertThat(fields(post("{\"name\":\"A\",\"timeZone\":\"Europe/Berne\"}")))
                .containsExactly("timeZone");
        assertThat(fields(post("{\"name\":\" \",\"timeZone\":\"in Zurich\"}")))
                .containsExactlyInAnyOrder("name", "timeZone");
        assertThat(fields(post(Api.aPartnerBody("47066")))).containsExactly("orgId");
        assertThat(fields(post(Api.aPartnerBody("XX-DAC-47066")))).containsExactly("orgId");
        assertThat(fields(post("{\"name\":\"A\",\"motto\":\"!\"}"))).containsExactly("motto");
    }

    @Test
    void names_the_fields_of_a_change_that_are_wrong() {
        String path = api.aPartner().header("Location");

        Answer refused = api.patch(api.secretariat(), path, "*", "{\"name\":\" \",\"acronym\":\" x\",\"type\":\"x\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused)).containsExactlyInAnyOrder("name", "acronym", "type");
        assertThat(fields(api.patch(api.secretariat(), path, "*", "{\"timeZone\":\"+01:00\"}")))
                .containsExactly("timeZone");
        assertThat(fields(api.patch(api.secretariat(), path, "*", "{\"timeZone\":\"UTC+1\"}")))
                .containsExactly("timeZone");
        assertThat(fields(api.patch(api.secretariat(), path, "*", "{\"status\":\"gone\"}")))
                .containsExactly("status");
        assertThat(fields(api.patch(api.secretariat(), path, "*", "{\"orgId\":\"XX-2\"}")))
                .containsExactly("orgId");
        assertThat(api.patch(api.secretariat(), path, "*", "{\"status\":\"invited\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void lists_all_page_by_page() {
        List<String> made = List.of(
                api.aPartner().text("id"),
                api.aPartner().text("id"),
                api.aPartner().text("id"));

        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = api.get("/api/partners?limit=2" + cursor);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body().has("next")).isTrue();
            page.body().path("items").forEach(item -> found.add(item.path("id").asString()));
            cursor = page.body().path("next").isNull() ? "" : "&cursor=" + page.text("next");
        } while (!cursor.isEmpty());

        assertThat(found).containsAll(made).doesNotHaveDuplicates();
        assertThat(api.get("/api/partners?limit=0").status()).isEqualTo(400);
        assertThat(api.get("/api/partners/nobody").status()).isEqualTo(404);
    }

    @Test
    void publishes_each_change_as_a_cloud_event() {
        Answer made = api.aPartner();
        api.patch(api.secretariat(), made.header("Location"), "\"1\"", "{\"status\":\"withdrawn\"}");

        List<ConsumerRecord<byte[], byte[]>> records = topics.await(made.text("id"), 2);

        List<CloudEvent> events = records.stream()
                .map(record -> KafkaMessageFactory.createReader(record.headers(), record.value())
                        .toEvent())
                .toList();
        assertThat(events)
                .extracting(CloudEvent::getType)
                .containsExactly("org.waymark.partner.registered.v1", "org.waymark.partner.changed.v1");
        assertThat(events).extracting(event -> event.getExtension("sequence")).containsExactly("1", "2");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getSubject()).isEqualTo(made.text("id"));
            assertThat(event.getSource()).hasToString("/partner-service");
            assertThat(event.getDataSchema()).hasToString("urn:waymark:schema:" + event.getType());
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            byte[] data = Objects.requireNonNull(event.getData()).toBytes();
            assertThat(Contracts.of("partner-service")
                            .problems(event.getType(), new String(data, StandardCharsets.UTF_8)))
                    .isEmpty();
        });
    }

    private Answer post(String body) {
        return api.post(api.secretariat(), "/api/partners", body);
    }

    static List<String> fields(Answer answer) {
        return StreamSupport.stream(answer.body().path("fields").spliterator(), false)
                .map(field -> field.path("field").asString())
                .toList();
    }
}
