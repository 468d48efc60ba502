package org.waymark.notification.webhook.domain;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Alert;

/**
 * Where a system of an organization hears of alerts.
 *
 * @param organization whose alerts it hears of; null for the secretariat, which hears of all
 * @param rules of which alone it hears; of all where there are none
 * @param secrets the newest first; with all that are live each message is signed
 * @param failingSince of failures without a success between them; null where the last message was taken
 * @param disabled why nothing is sent any more; null where it is
 */
public record Webhook(
        String id,
        @Nullable String organization,
        URI url,
        Set<String> rules,
        List<Secret> secrets,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Disabled disabled) {

    /** Both secrets sign for so long after one took the other's place. */
    public static final Duration OLD_SECRET_LASTS = Duration.ofHours(24);

    /** A webhook that takes nothing for so long is disabled. */
    public static final Duration MOST_FAILING = Duration.ofDays(5);

    /** From then on its owner is warned of that. */
    public static final Duration WARNED_AFTER = Duration.ofDays(3);

    /** @param reason {@code by-owner}, {@code gone} (it answered 410) or {@code failing} */
    public record Disabled(Instant at, String reason) {}

    public Webhook {
        rules = Set.copyOf(rules);
        secrets = List.copyOf(secrets);
    }

    public static Webhook create(String id, @Nullable String organization, URI url, Set<String> rules, Instant now) {
        return new Webhook(id, organization, url, rules, List.of(Secret.random()), now, null, null);
    }

    public Webhook with(URI nextUrl, Set<String> nextRules) {
        return new Webhook(id, organization, nextUrl, nextRules, secrets, createdAt, failingSince, disabled);
    }

    /** A new secret signs from now on, the ones before it a while longer. */
    public Webhook rotated(Instant now) {
        List<Secret> next = Stream.concat(
                        Stream.of(Secret.random()),
                        secrets.stream().limit(1).map(old -> new Secret(old.text(), now.plus(OLD_SECRET_LASTS))))
                .toList();
        return new Webhook(id, organization, url, rules, next, createdAt, failingSince, disabled);
    }

    public Webhook disabled(String reason, Instant now) {
        return new Webhook(id, organization, url, rules, secrets, createdAt, failingSince, new Disabled(now, reason));
    }

    public Webhook enabled() {
        return new Webhook(id, organization, url, rules, secrets, createdAt, null, null);
    }

    /** One that took a message fails no more; one that fails for too long is disabled. */
    public Webhook after(Attempt attempt) {
        if (attempt.isTaken()) {
            return new Webhook(id, organization, url, rules, secrets, createdAt, null, disabled);
        }
        Instant since = failingSince == null ? attempt.at() : failingSince;
        Webhook failing = new Webhook(id, organization, url, rules, secrets, createdAt, since, disabled);
        if (attempt.isGone()) {
            return failing.disabled("gone", attempt.at());
        }
        return attempt.at().isBefore(since.plus(MOST_FAILING)) ? failing : failing.disabled("failing", attempt.at());
    }

    /** When it will be disabled unless it takes a message before; null while that is far. */
    public @Nullable Instant disabledSoon(Instant now) {
        return disabled == null && failingSince != null && !now.isBefore(failingSince.plus(WARNED_AFTER))
                ? failingSince.plus(MOST_FAILING)
                : null;
    }

    /** Whether what happened to the alert then is of interest to it; who may see the alert is not asked here. */
    public boolean hears(Alert alert, Instant happened) {
        return disabled == null
                && !happened.isBefore(createdAt)
                && (rules.isEmpty() || rules.contains(alert.cause().key().rule().word()));
    }

    /** As the header {@code webhook-signature} has it. */
    public String signatures(String messageId, Instant at, String body) {
        return secrets.stream()
                .filter(secret -> secret.isLive(at))
                .map(secret -> secret.sign(messageId, at, body))
                .collect(Collectors.joining(" "));
    }
}
