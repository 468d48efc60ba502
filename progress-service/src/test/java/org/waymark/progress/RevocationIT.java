package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.testing.TestTokens;

/** Tokens are refused though they have not expired, once it is known here that their access was taken back. */
class RevocationIT extends ServiceIT {

    private static final String MINE = "/api/drafts";

    @Test
    void refuses_a_token_issued_before_its_access_was_taken_back_and_no_later_one() {
        String client = UUID.randomUUID().toString();
        Api officer = new Api(ilo.base(), TestTokens.token(client, ILO, "partner"));
        Api colleague = new Api(ilo.base(), TestTokens.token(UUID.randomUUID().toString(), ILO, "partner"));
        assertThat(officer.get(MINE).status()).isEqualTo(200);

        revoke(client, 1, Instant.now());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(officer.get(MINE).status()).isEqualTo(401));
        assertThat(officer.post("/api/commitments", "{}", Map.of()).status()).isEqualTo(401);
        assertThat(colleague.get(MINE).status()).isEqualTo(200);

        revoke(client, 2, Instant.now().minus(Duration.ofHours(1)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(officer.get(MINE).status()).isEqualTo(200));
    }

    private static void revoke(String client, long sequence, Instant issuedUntil) {
        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                client,
                sequence,
                "org.waymark.access.revoked.v1",
                "{\"issuedUntil\":\"%s\"}".formatted(issuedUntil)));
    }
}
