package org.waymark.notification.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private static final Instant NOW = Instant.now();
    private static final String BODY = "{\"type\":\"alert.raised\",\"data\":{\"subject\":\"Línea de base\"}}";

    private final Webhook webhook = Webhook.create("w", "o", URI.create("https://example.org/hook"), Set.of(), NOW);

    @Test
    void signs_as_others_verify() {
        String secret = webhook.secrets().getFirst().text();

        assertThat(secret).startsWith("whsec_");
        assertThat(isBelieved(webhook, secret, BODY)).isTrue();
        assertThat(isBelieved(webhook, secret, BODY.replace("base", "Base"))).isFalse();
        assertThat(isBelieved(webhook, other(), BODY)).isFalse();
    }

    @Test
    void signs_with_both_secrets_for_a_day_after_one_took_the_others_place() {
        String old = webhook.secrets().getFirst().text();

        Webhook rotated = webhook.rotated(NOW);
        Webhook dayAfter = webhook.rotated(NOW.minus(Webhook.OLD_SECRET_LASTS));

        assertThat(isBelieved(rotated, rotated.secrets().getFirst().text(), BODY))
                .isTrue();
        assertThat(isBelieved(rotated, old, BODY)).isTrue();
        assertThat(isBelieved(dayAfter, old, BODY)).isFalse();
        assertThat(rotated.rotated(NOW).secrets()).hasSize(2);
    }

    @Test
    void is_disabled_after_five_days_of_failures_with_two_days_of_warning() {
        Webhook failing = webhook.after(answered(NOW, 500));

        assertThat(failing.disabledSoon(NOW)).isNull();
        assertThat(failing.disabledSoon(NOW.plus(Duration.ofDays(3)))).isEqualTo(NOW.plus(Duration.ofDays(5)));
        assertThat(failing.after(answered(NOW.plus(Duration.ofDays(4)), 500)).disabled())
                .isNull();
        Webhook disabled = failing.after(answered(NOW.plus(Duration.ofDays(5)), 500));
        assertThat(disabled.disabled()).isEqualTo(new Webhook.Disabled(NOW.plus(Duration.ofDays(5)), "failing"));
        assertThat(disabled.enabled().disabledSoon(NOW.plus(Duration.ofDays(9))))
                .isNull();
    }

    @Test
    void forgets_failures_once_it_takes_a_message() {
        Webhook failed = webhook.after(answered(NOW, 500)).after(answered(NOW.plusSeconds(5), 200));

        assertThat(failed.failingSince()).isNull();
        assertThat(failed.after(answered(NOW.plus(Duration.ofDays(6)), 500)).disabled())
                .isNull();
    }

    @Test
    void is_disabled_at_once_where_it_answers_that_it_is_gone() {
        assertThat(webhook.after(answered(NOW, 410)).disabled()).isEqualTo(new Webhook.Disabled(NOW, "gone"));
    }

    private static boolean isBelieved(Webhook signing, String secret, String received) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("m1"),
                        "webhook-timestamp", List.of("" + NOW.getEpochSecond()),
                        "webhook-signature", List.of(signing.signatures("m1", NOW, BODY))),
                (name, value) -> true);
        try {
            new com.standardwebhooks.Webhook(secret).verify(received, headers);
            return true;
        } catch (WebhookVerificationException refused) {
            return false;
        }
    }

    private static String other() {
        return Webhook.create("x", "o", URI.create("https://example.org/"), Set.of(), NOW)
                .secrets()
                .getFirst()
                .text();
    }

    private static Attempt answered(Instant at, int status) {
        return new Attempt(at, Duration.ZERO, status, "", null);
    }
}
