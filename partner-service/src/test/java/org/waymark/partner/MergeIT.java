package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.testing.Contracts;
import org.waymark.testing.StoreRules;

/** Duplicates. */
@RunningService
class MergeIT {

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void sends_who_asks_for_the_duplicate_to_the_survivor() {
        String duplicate = aPartner();
        String survivor = aPartner();

        Answer merged = merge(duplicate, survivor);

        assertThat(merged.status()).isEqualTo(200);
        Answer read = api.get("/api/partners/" + duplicate);
        assertThat(read.status()).isEqualTo(308);
        assertThat(read.header("Location")).isEqualTo("/api/partners/" + survivor);
        assertThat(read.text("mergedInto")).isEqualTo(survivor);
        assertThat(read.text("status")).isEqualTo("withdrawn");
        assertThat(read.text("name")).isEqualTo("Example Trust");
        assertThat(api.get("/api/partners/" + survivor).body().path("sequence").asLong())
                .isEqualTo(1);
    }

    @Test
    void is_one_event_on_the_duplicate() {
        String duplicate = aPartner();
        String survivor = aPartner();

        merge(duplicate, survivor);
        merge(duplicate, survivor);
        api.patch(api.secretariat(), "/api/partners/" + survivor, "*", "{\"name\":\"Example Fund\"}");

        assertThat(topics.await(survivor, 2)).hasSize(2);
        List<CloudEvent> events = topics.await(duplicate, 2).stream()
                .map(record -> KafkaMessageFactory.createReader(record.headers(), record.value())
                        .toEvent())
                .toList();
        assertThat(events)
                .extracting(CloudEvent::getType)
                .containsExactly("org.waymark.partner.registered.v1", "org.waymark.partner.merged.v1");
        String data =
                new String(Objects.requireNonNull(events.getLast().getData()).toBytes(), StandardCharsets.UTF_8);
        assertThat(Contracts.of("partner-service").problems("org.waymark.partner.merged.v1", data))
                .isEmpty();
        assertThat(data).contains("\"into\":\"" + survivor + "\"");
    }

    @Test
    void follows_the_survivor_where_that_is_merged_in_its_turn() {
        String first = aPartner();
        String second = aPartner();
        String last = aPartner();
        String late = aPartner();

        merge(first, second);
        merge(second, last);
        Answer again = merge(first, second);
        Answer behind = merge(late, first);

        assertThat(again.status()).isEqualTo(200);
        assertThat(behind.text("mergedInto")).isEqualTo(last);
        assertThat(api.get("/api/partners/" + first).header("Location")).isEqualTo("/api/partners/" + last);
    }

    @Test
    void refuses_a_ring() {
        String first = aPartner();
        String second = aPartner();
        String third = aPartner();
        merge(first, second);
        merge(second, third);

        Answer ring = merge(third, first);

        assertThat(ring.status()).isEqualTo(409);
        assertThat(ring.text("type")).endsWith("merge-ring");
        assertThat(merge(third, third).status()).isEqualTo(409);
        assertThat(api.get("/api/partners/" + third).status()).isEqualTo(200);
    }

    @Test
    void closes_no_ring_when_two_are_merged_into_each_other_at_once() throws Exception {
        String one = aPartner();
        String other = aPartner();
        String token = api.secretariat();
        List<Callable<Answer>> both = List.of(() -> merge(token, one, other), () -> merge(token, other, one));

        List<Future<Answer>> done;
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            done = executor.invokeAll(both);
        }

        assertThat(List.of(done.getFirst().get().status(), done.getLast().get().status()))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void leaves_the_duplicate_as_it_is_from_then_on() {
        String duplicate = aPartner();
        String survivor = aPartner();
        Api.Credentials client = api.aClient(duplicate, "partner");
        String token = api.token(client);
        merge(duplicate, survivor);

        assertThat(api.tokenAnswer(client).status()).isEqualTo(401);
        assertThat(api.patch(token, "/api/partners/" + duplicate, "*", "{\"name\":\"Back\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(api.secretariat(), "/api/partners/" + duplicate, "*", "{\"status\":\"active\"}")
                        .text("type"))
                .endsWith("merged");
        assertThat(api.post(
                                api.secretariat(),
                                "/api/partners/" + duplicate + "/clients",
                                "{\"name\":\"c\",\"roles\":[\"partner\"]}")
                        .status())
                .isEqualTo(409);
        assertThat(merge(duplicate, aPartner()).status()).isEqualTo(409);
    }

    @Test
    void is_for_the_secretariat_and_for_partners_that_are_there() {
        String duplicate = aPartner();
        String survivor = aPartner();
        String partner = api.token(api.aClient(survivor, "partner", "co-chair"));
        String gone = aPartner();
        api.patch(api.secretariat(), "/api/partners/" + gone, "*", "{\"status\":\"withdrawn\"}");

        assertThat(merge(partner, duplicate, survivor).status()).isEqualTo(403);
        assertThat(api.send("POST", "/api/partners/" + duplicate + "/merge", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(merge(UUID.randomUUID().toString(), survivor).status()).isEqualTo(404);
        assertThat(PartnersIT.fields(merge(duplicate, UUID.randomUUID().toString())))
                .containsExactly("into");
        assertThat(PartnersIT.fields(
                        api.post(api.secretariat(), "/api/partners/" + duplicate + "/merge", "{\"into\":\"x\"}")))
                .containsExactly("into");
        assertThat(merge(duplicate, gone).text("type")).endsWith("survivor-cannot-act");
        assertThat(api.get("/api/partners/" + duplicate).status()).isEqualTo(200);
    }

    private String aPartner() {
        return api.aPartner().text("id");
    }

    private Answer merge(String duplicate, String into) {
        return merge(api.secretariat(), duplicate, into);
    }

    private Answer merge(String token, String duplicate, String into) {
        return api.post(token, "/api/partners/" + duplicate + "/merge", "{\"into\":\"" + into + "\"}");
    }
}
