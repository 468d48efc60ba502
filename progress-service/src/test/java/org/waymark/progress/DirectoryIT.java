package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the directory is known to be current, with a real topic behind it. */
class DirectoryIT extends ServiceIT {

    @Test
    void is_not_confirmed_while_anything_of_it_is_held() {
        String at = "/api/commitments/" + aCommitmentInAGroup().text("/id");
        String partner = UUID.randomUUID().toString();
        await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));

        put(partner, 2, "org.waymark.partner.changed.v1");

        await().atMost(Duration.ofSeconds(20)).until(() -> !directory.isConfirmed(clock.instant()));
        Api.Answer refused = unicef.post(at + "/endorsement", "", Map.of("If-Match", "*"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/type")).endsWith("directory-unconfirmed");

        put(partner, 1, "org.waymark.partner.registered.v1");

        await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));
        assertThat(unicef.post(at + "/endorsement", "", Map.of("If-Match", "*")).status())
                .isEqualTo(200);
    }

    @Test
    void holds_what_can_be_read_and_not_be_stored_and_reads_on_in_every_partition() {
        String group = UUID.randomUUID().toString();
        List<String> partners =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(12).toList();

        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                group,
                1,
                "org.waymark.action-group.created.v1",
                "{\"name\": \"A group\", \"coChairs\": [{\"partnerId\": \"%s\"}]}".formatted(partners.getFirst())));
        partners.forEach(one -> put(one, 1, "org.waymark.partner.registered.v1"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> directory.names(partners).size() == partners.size());
        String held = await().atMost(Duration.ofSeconds(20)).until(() -> heldOf(group), id -> !id.isEmpty());
        assertThat(secretariat.delete("/api/operations/held/" + held).status()).isEqualTo(204);
    }

    private String heldOf(String aggregate) {
        return secretariat
                .get("/api/operations/held")
                .body()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/aggregate").asString().equals(aggregate))
                .filter(one -> one.at("/reason").asString().startsWith("What it says cannot be stored"))
                .map(one -> one.at("/id").asString())
                .findFirst()
                .orElse("");
    }

    private static void put(String partner, long sequence, String type) {
        TopicWriter.put(TopicWriter.event(
                "waymark.partners", partner, sequence, type, "{\"name\": \"A partner\", \"status\": \"active\"}"));
    }
}
