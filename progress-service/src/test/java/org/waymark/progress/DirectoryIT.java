package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
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

    private static void put(String partner, long sequence, String type) {
        TopicWriter.put(TopicWriter.event(
                "waymark.partners", partner, sequence, type, "{\"name\": \"A partner\", \"status\": \"active\"}"));
    }
}
