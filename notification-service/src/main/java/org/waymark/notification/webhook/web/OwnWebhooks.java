package org.waymark.notification.webhook.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.notification.Rights;
import org.waymark.notification.webhook.store.Webhooks;
import org.waymark.notification.webhook.store.Webhooks.Stored;

/** The webhooks of whoever asks; others' look absent. */
@Component
class OwnWebhooks {

    private final Webhooks webhooks;
    private final Rights rights;

    OwnWebhooks(Webhooks webhooks, Rights rights) {
        this.webhooks = webhooks;
        this.rights = rights;
    }

    /** @throws Problem 403 */
    @Nullable
    String organization() {
        return rights.webhooksOf(Caller.current());
    }

    List<Stored> all() {
        return webhooks.of(organization());
    }

    /** @throws Problem 403, 404 */
    Stored get(String id) {
        String organization = organization();
        return webhooks.find(id)
                .filter(found -> Objects.equals(found.webhook().organization(), organization))
                .orElseThrow(() -> Problem.notFound("webhook"));
    }
}
