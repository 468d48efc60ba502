package org.waymark.notification.webhook.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Worded;

/** What is sent about webhooks. */
final class WebhookRequests {

    private WebhookRequests() {}

    /** @param rules of which alone it hears; of all where none are sent */
    record Add(@NotNull URI url, @Nullable @Size(max = 100) List<@NotNull String> rules) {}

    /** @param state {@code active} or {@code disabled} */
    record Change(
            @Nullable URI url,
            @Nullable @Size(max = 100) List<@NotNull String> rules,
            @Nullable String state) {}

    /** @param to not itself */
    record Replay(@NotNull Instant from, @NotNull Instant to) {}

    /** @throws Problem 400 where nothing may be sent there */
    static URI checked(URI url, boolean plainHttp) {
        boolean scheme = "https".equals(url.getScheme()) || plainHttp && "http".equals(url.getScheme());
        if (!scheme || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw Problem.invalid(
                    "url", "An address on the public internet, as https://example.org/path, without a user name.");
        }
        return url;
    }

    /** @throws Problem 400 for a rule that is none */
    static Set<String> checked(List<String> rules) {
        for (String rule : rules) {
            if (Worded.find(AlertRule.class, rule).isEmpty()) {
                throw Problem.invalid("rules", "\"" + rule + "\" is the name of no rule.");
            }
        }
        return Set.copyOf(rules);
    }
}
