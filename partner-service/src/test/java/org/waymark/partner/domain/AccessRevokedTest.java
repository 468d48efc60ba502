package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccessRevokedTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.300Z");

    @Test
    void reaches_until_now() {
        AccessRevoked first = AccessRevoked.after(null, NOW);
        AccessRevoked later = AccessRevoked.after(first, NOW.plusSeconds(5));

        assertThat(first.issuedUntil()).isEqualTo(NOW);
        assertThat(later.issuedUntil()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void reaches_the_tokens_that_were_given_out_in_the_same_second_after_the_one_before() {
        AccessRevoked first = AccessRevoked.after(null, NOW);
        Instant token = first.nextIssue();

        AccessRevoked second = AccessRevoked.after(first, NOW.plusMillis(400));

        assertThat(token).isEqualTo("2026-11-22T10:00:01Z").isAfter(first.issuedUntil());
        assertThat(second.issuedUntil()).isEqualTo(token);
        assertThat(second.nextIssue()).isEqualTo("2026-11-22T10:00:02Z");
    }

    @Test
    void never_goes_back() {
        AccessRevoked first = AccessRevoked.after(null, NOW);

        assertThat(AccessRevoked.after(first, NOW.minusSeconds(3)).issuedUntil())
                .isAfter(NOW);
    }
}
