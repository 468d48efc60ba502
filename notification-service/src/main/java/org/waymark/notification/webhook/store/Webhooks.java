package org.waymark.notification.webhook.store;

import com.mongodb.client.model.Indexes;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.notification.webhook.domain.Secret;
import org.waymark.notification.webhook.domain.Webhook;
import org.waymark.notification.webhook.domain.Webhook.Disabled;
import org.waymark.platform.Platform;

/** The webhooks in the collection {@code webhooks}. Their secrets stand there as they are: messages are signed with them. */
public final class Webhooks {

    /** @param version its ETag */
    public record Stored(Webhook webhook, long version) {}

    private final GuardedDocuments documents;

    Webhooks(Platform platform) {
        documents = new GuardedDocuments("webhook", "webhooks", platform);
        documents.collection().createIndex(Indexes.ascending("organization"));
    }

    public Stored add(Webhook webhook) {
        documents.insertMissing(List.of(write(webhook)));
        return get(webhook.id());
    }

    public Optional<Stored> find(String id) {
        return documents.find(id).map(Webhooks::read);
    }

    /** @throws Problem 404 */
    public Stored get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("webhook"));
    }

    /** @param organization null for the secretariat's */
    public List<Stored> of(@Nullable String organization) {
        return documents
                .collection()
                .find(new Document("organization", organization))
                .sort(new Document("createdAt", 1).append("_id", 1))
                .map(Webhooks::read)
                .into(new ArrayList<>());
    }

    /** To which something is sent. */
    public List<Webhook> enabled() {
        return documents
                .collection()
                .find(new Document("disabled", null))
                .map(found -> read(found).webhook())
                .into(new ArrayList<>());
    }

    /** @throws Problem 404; what {@code decide} throws */
    public Stored change(String id, UnaryOperator<Webhook> decide) {
        return changeIfMatch(id, "*", decide);
    }

    /** @throws Problem 404, 412, 428; what {@code decide} throws */
    public Stored changeIfMatch(String id, @Nullable String ifMatch, UnaryOperator<Webhook> decide) {
        return read(documents.change(id, before -> {
            Stored standing = read(before);
            Problem.checkIfMatch(ifMatch, standing.version());
            return write(decide.apply(standing.webhook()));
        }));
    }

    public void remove(String id) {
        documents.collection().deleteOne(new Document("_id", id));
    }

    private static Document write(Webhook webhook) {
        Disabled disabled = webhook.disabled();
        return new Document("_id", webhook.id())
                .append("organization", webhook.organization())
                .append("url", webhook.url().toString())
                .append("rules", List.copyOf(webhook.rules()))
                .append(
                        "secrets",
                        webhook.secrets().stream().map(Webhooks::write).toList())
                .append("createdAt", Date.from(webhook.createdAt()))
                .append("failingSince", Times.date(webhook.failingSince()))
                .append(
                        "disabled",
                        disabled == null
                                ? null
                                : new Document("at", Date.from(disabled.at())).append("reason", disabled.reason()));
    }

    private static Document write(Secret secret) {
        return new Document("text", secret.text()).append("until", Times.date(secret.until()));
    }

    private static Stored read(Document stored) {
        Document disabled = stored.get("disabled", Document.class);
        Webhook webhook = new Webhook(
                stored.getString("_id"),
                stored.getString("organization"),
                URI.create(stored.getString("url")),
                new HashSet<>(stored.getList("rules", String.class)),
                stored.getList("secrets", Document.class).stream()
                        .map(secret -> new Secret(secret.getString("text"), Times.instant(secret, "until")))
                        .toList(),
                stored.getDate("createdAt").toInstant(),
                Times.instant(stored, "failingSince"),
                disabled == null
                        ? null
                        : new Disabled(disabled.getDate("at").toInstant(), disabled.getString("reason")));
        return new Stored(webhook, stored.getLong("v"));
    }
}
