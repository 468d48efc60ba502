package org.waymark.notification.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.watch.domain.Assessment;
import org.waymark.notification.watch.domain.Health;
import org.waymark.notification.watch.domain.LifeCycle;
import org.waymark.notification.watch.domain.Milestone;
import org.waymark.notification.watch.domain.Milestone.Slips;
import org.waymark.notification.watch.domain.Review;
import org.waymark.notification.watch.domain.Silence;
import org.waymark.notification.watch.domain.Status;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.notification.watch.domain.Watch.Assessed;
import org.waymark.notification.watch.domain.Watch.Subject;

/** The watch as it is stored. What is null is left out. */
final class WatchDocuments {

    private WatchDocuments() {}

    static Document write(Watch watch) {
        Document document = new Document("commitmentId", watch.commitmentId())
                .append("title", watch.title())
                .append("leadPartnerId", watch.subject().leadPartnerId())
                .append("groupId", watch.subject().groupId())
                .append("zone", watch.subject().zone().getId())
                .append("status", watch.lifeCycle().status().word())
                .append("statusSince", watch.lifeCycle().since())
                .append(
                        "milestones",
                        watch.milestones().stream().map(WatchDocuments::write).toList())
                .append("health", write(watch.health()))
                .append(
                        "indicators",
                        watch.indicators().stream()
                                .map(IndicatorDocuments::write)
                                .toList())
                .append(
                        "reviews",
                        watch.reviews().stream().map(WatchDocuments::write).toList());
        append(
                document,
                "assessed",
                watch.assessed(),
                it -> new Document("assessment", it.assessment().word()).append("since", it.since()));
        append(
                document,
                "silence",
                watch.silence(),
                it -> new Document("lastHeard", it.lastHeard().toString()).append("since", it.since()));
        return document;
    }

    static <T> void append(Document document, String field, @Nullable T value, Function<T, Object> how) {
        if (value != null) {
            document.append(field, how.apply(value));
        }
    }

    static Watch read(Document stored) {
        return new Watch(
                new Subject(
                        stored.getString("commitmentId"),
                        stored.getString("title"),
                        stored.getString("leadPartnerId"),
                        stored.getString("groupId"),
                        ZoneId.of(stored.getString("zone"))),
                new LifeCycle(Worded.of(Status.class, stored.getString("status")), stored.getLong("statusSince")),
                stored.getList("milestones", Document.class).stream()
                        .map(WatchDocuments::milestone)
                        .toList(),
                assessed(stored.get("assessed", Document.class)),
                health(stored.get("health", Document.class)),
                silence(stored.get("silence", Document.class)),
                stored.getList("indicators", Document.class).stream()
                        .map(IndicatorDocuments::read)
                        .toList(),
                stored.getList("reviews", Document.class).stream()
                        .map(WatchDocuments::review)
                        .toList());
    }

    private static @Nullable Assessed assessed(@Nullable Document stored) {
        return stored == null
                ? null
                : new Assessed(Worded.of(Assessment.class, stored.getString("assessment")), stored.getLong("since"));
    }

    private static @Nullable Silence silence(@Nullable Document stored) {
        return stored == null
                ? null
                : new Silence(LocalDate.parse(stored.getString("lastHeard")), stored.getLong("since"));
    }

    private static Document write(Review review) {
        return new Document("updateId", review.updateId())
                .append("state", review.state().name())
                .append("since", review.since())
                .append("at", review.at().toString());
    }

    private static Review review(Document stored) {
        return new Review(
                stored.getString("updateId"),
                Review.State.valueOf(stored.getString("state")),
                stored.getLong("since"),
                Instant.parse(stored.getString("at")));
    }

    private static Document write(Health health) {
        Document document = new Document("state", health.said().state().word())
                .append("reasons", health.said().reasons().stream().sorted().toList())
                .append("overridden", health.said().overridden());
        append(document, "worry", health.worry(), it -> it);
        append(document, "recovery", health.recovery(), it -> it);
        return document;
    }

    private static Health health(Document stored) {
        return new Health(
                new Health.Said(
                        Worded.of(Health.State.class, stored.getString("state")),
                        Set.copyOf(stored.getList("reasons", String.class)),
                        stored.getBoolean("overridden")),
                stored.getLong("worry"),
                stored.getLong("recovery"));
    }

    private static Document write(Milestone milestone) {
        Document document = new Document("id", milestone.id())
                .append("title", milestone.title())
                .append("due", milestone.due().toString())
                .append("state", milestone.state().name())
                .append("since", milestone.since())
                .append("firstDue", milestone.firstDue().toString())
                .append("dueSince", milestone.dueSince());
        append(
                document,
                "slips",
                milestone.slips(),
                it -> new Document("count", it.count()).append("since", it.since()));
        append(document, "bare", milestone.bare(), it -> it);
        return document;
    }

    private static Milestone milestone(Document stored) {
        Document slips = stored.get("slips", Document.class);
        return new Milestone(
                stored.getString("id"),
                stored.getString("title"),
                LocalDate.parse(stored.getString("due")),
                Milestone.State.valueOf(stored.getString("state")),
                stored.getLong("since"),
                LocalDate.parse(stored.getString("firstDue")),
                stored.getLong("dueSince"),
                slips == null ? null : new Slips(slips.getInteger("count"), slips.getLong("since")),
                stored.getLong("bare"));
    }
}
