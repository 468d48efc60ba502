package org.waymark.notification.watch;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.store.AlertLists;
import org.waymark.notification.alert.store.MongoAlerts;
import org.waymark.notification.alert.store.MongoAlerts.Ended;
import org.waymark.notification.alert.store.MongoAlerts.Raising;
import org.waymark.notification.settings.MongoGroupRules;
import org.waymark.notification.watch.domain.ClockRule;
import org.waymark.notification.watch.domain.Rule.Findings;
import org.waymark.notification.watch.domain.Tick;
import org.waymark.notification.watch.domain.Watch;

/**
 * Looks at what is due, on every instance. A look is begun before the watch is read and moved on only after what follows
 * has been stored, if nothing was heard meanwhile: a death, another instance or an event in between lead to one look more.
 */
class Looking {

    private static final Logger log = LoggerFactory.getLogger(Looking.class);
    private static final int AT_ONCE = 100;
    private static final Duration LATER = Duration.ofHours(1);

    private final ReadTopic topic;
    private final Looks looks;
    private final MongoCollection<Document> watches;
    private final AlertLists lists;
    private final MongoAlerts alerts;
    private final MongoGroupRules settings;

    Looking(
            ReadTopic topic,
            Looks looks,
            MongoCollection<Document> watches,
            AlertLists lists,
            MongoAlerts alerts,
            MongoGroupRules settings) {
        this.topic = topic;
        this.looks = looks;
        this.watches = watches;
        this.lists = lists;
        this.alerts = alerts;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${waymark.looks.every:10s}")
    void tick() {
        try {
            topic.tick().ifPresent(this::lookAtWhatIsDue);
        } catch (RuntimeException e) {
            log.warn("not looked at what time brings now, it will be next time: {}", e.toString());
        }
    }

    void lookAtWhatIsDue(Tick tick) {
        int moved;
        do {
            moved = look(looks.due(tick.now(), AT_ONCE), tick);
        } while (moved == AT_ONCE);
    }

    /** What is not ready stays due: its event is being stored just now. */
    private int look(List<Look> due, Tick tick) {
        List<Look> begun = due.stream().map(Look::begin).toList();
        Set<String> lost = looks.put(begun);
        Map<String, Document> stored = stored(begun);
        List<Look> mine = begun.stream()
                .filter(look -> !lost.contains(look.commitmentId()) && isReady(look, stored))
                .toList();
        Map<String, Watch> found = new HashMap<>();
        mine.forEach(look -> whole(stored.get(look.commitmentId())).ifPresent(it -> found.put(it.commitmentId(), it)));
        examine(found, tick);
        looks.put(mine.stream()
                .map(look -> look.next(then(found.get(look.commitmentId()), tick.now())))
                .toList());
        return mine.size();
    }

    private static boolean isReady(Look look, Map<String, Document> stored) {
        Document one = stored.get(look.commitmentId());
        return one != null && (isHeld(one) || one.getLong("sequence") >= look.sequence());
    }

    private static boolean isHeld(@Nullable Document stored) {
        return stored != null && stored.containsKey("heldSince");
    }

    private static Optional<Watch> whole(@Nullable Document stored) {
        return stored == null || isHeld(stored)
                ? Optional.empty()
                : Optional.of(WatchDocuments.read(stored.get("view", Document.class)));
    }

    /** One that is held waits for what it lacks; the event that completes it is looked at anyway. */
    private static @Nullable Instant then(@Nullable Watch watch, Instant now) {
        return watch == null ? now.plus(LATER) : ClockRule.nextLook(watch, now);
    }

    private void examine(Map<String, Watch> found, Tick tick) {
        Map<String, Set<CauseKey>> open = lists.open(found.keySet(), rules());
        Wanted wanted = Wanted.by(settings, found.values());
        List<Raising> due = new ArrayList<>();
        List<Ended> ended = new ArrayList<>();
        found.forEach((id, watch) -> {
            Findings findings = ClockRule.examine(watch, tick, open.getOrDefault(id, Set.of()));
            findings.due().stream()
                    .flatMap(cause -> wanted.of(cause, tick.now()))
                    .forEach(cause -> due.add(new Raising(cause, null)));
            findings.ended().forEach(ending -> ended.add(new Ended(ending, null)));
        });
        alerts.raise(due);
        alerts.resolve(ended);
    }

    private static Set<AlertRule> rules() {
        return ClockRule.all().stream().map(ClockRule::rule).collect(Collectors.toSet());
    }

    private Map<String, Document> stored(List<Look> looks) {
        List<String> ids = looks.stream().map(Look::commitmentId).toList();
        Map<String, Document> found = new HashMap<>();
        watches.find(new Document("_id", new Document("$in", ids)))
                .forEach(stored -> found.put(stored.getString("_id"), stored));
        return found;
    }
}
