package org.waymark.notification.watch;

import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.watch.domain.Assessment;
import org.waymark.notification.watch.domain.LifeCycle;
import org.waymark.notification.watch.domain.Milestone;
import org.waymark.notification.watch.domain.Status;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.notification.watch.domain.Watch.Assessed;

/** The watch as it is stored. */
final class WatchDocuments {

    private WatchDocuments() {}

    static Document write(Watch watch) {
        Document document = new Document("commitmentId", watch.commitmentId())
                .append("title", watch.title())
                .append("leadPartnerId", watch.leadPartnerId())
                .append("groupId", watch.groupId())
                .append("status", watch.lifeCycle().status().word())
                .append("statusSince", watch.lifeCycle().since())
                .append(
                        "milestones",
                        watch.milestones().stream().map(WatchDocuments::write).toList());
        Assessed assessed = watch.assessed();
        if (assessed != null) {
            document.append(
                    "assessed",
                    new Document("assessment", assessed.assessment().word()).append("since", assessed.since()));
        }
        return document;
    }

    static Watch read(Document stored) {
        List<Milestone> milestones = stored.getList("milestones", Document.class).stream()
                .map(WatchDocuments::milestone)
                .toList();
        return new Watch(
                stored.getString("commitmentId"),
                stored.getString("title"),
                stored.getString("leadPartnerId"),
                stored.getString("groupId"),
                lifeCycle(stored),
                milestones,
                assessed(stored.get("assessed", Document.class)));
    }

    /** One stored before its status was kept was under way from its first event, as far as could be known. */
    private static LifeCycle lifeCycle(Document stored) {
        String status = stored.get("status", Status.SUBMITTED.word());
        return new LifeCycle(Worded.of(Status.class, status), stored.get("statusSince", 1L));
    }

    private static @Nullable Assessed assessed(@Nullable Document stored) {
        return stored == null
                ? null
                : new Assessed(Worded.of(Assessment.class, stored.getString("assessment")), stored.getLong("since"));
    }

    private static Document write(Milestone milestone) {
        return new Document("id", milestone.id())
                .append("title", milestone.title())
                .append("due", milestone.due().toString())
                .append("state", milestone.state().name())
                .append("since", milestone.since());
    }

    private static Milestone milestone(Document stored) {
        return new Milestone(
                stored.getString("id"),
                stored.getString("title"),
                LocalDate.parse(stored.getString("due")),
                Milestone.State.valueOf(stored.getString("state")),
                stored.getLong("since"));
    }
}
