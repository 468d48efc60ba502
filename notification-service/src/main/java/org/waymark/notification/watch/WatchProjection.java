package org.waymark.notification.watch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.store.MongoAlerts;
import org.waymark.notification.alert.store.MongoAlerts.Ended;
import org.waymark.notification.alert.store.MongoAlerts.Raising;
import org.waymark.notification.settings.MongoGroupRules;
import org.waymark.notification.watch.domain.ClockRule;
import org.waymark.notification.watch.domain.CommitmentEvent;
import org.waymark.notification.watch.domain.Folding;
import org.waymark.notification.watch.domain.Rule;
import org.waymark.notification.watch.domain.Tick;
import org.waymark.notification.watch.domain.Watch;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;

/**
 * Folds a commitment's events into its watch, and has the alerts that follow stored before the watch is: were it the
 * other way round, a death in between would lose them. Done twice they are the same alerts, since a cause has one id.
 */
final class WatchProjection implements Projection<Watch> {

    private final MongoAlerts alerts;
    private final EarlierWatches earlier;
    private final MongoGroupRules settings;
    private final LookPlan plan;
    private final Clock clock;

    WatchProjection(MongoAlerts alerts, EarlierWatches earlier, MongoGroupRules settings, LookPlan plan, Clock clock) {
        this.alerts = alerts;
        this.settings = settings;
        this.earlier = earlier;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public boolean understands(String type) {
        return CommitmentEvents.READ.contains(type);
    }

    @Override
    public boolean ignores(String type) {
        return false;
    }

    @Override
    public Watch apply(@Nullable Watch watch, Event event) {
        return Folding.after(watch, CommitmentEvents.heard(event));
    }

    @Override
    public Watch read(Document stored) {
        return WatchDocuments.read(stored);
    }

    @Override
    public Document write(Watch watch) {
        return WatchDocuments.write(watch);
    }

    /**
     * The looks come first: who looks meanwhile, at what was before, is followed by another. All that is due is raised
     * before anything is resolved, so that what began and ended in one batch is both.
     */
    @Override
    public void beforeViews(List<Step<Watch>> steps) {
        plan.note(steps);
        Tick tick = new Tick(clock.instant());
        Wanted wanted = Wanted.by(settings, steps.stream().map(Step::after).toList());
        List<Raising> due = new ArrayList<>();
        List<Ended> ended = new ArrayList<>();
        Map<String, Long> read =
                earlier.read(steps.stream().map(step -> step.event().subject()).collect(Collectors.toSet()));
        for (Step<Watch> step : steps) {
            CommitmentEvent event = CommitmentEvents.heard(step.event()).what();
            String trace = step.event().traceparent();
            for (Rule rule : Rule.all()) {
                Rule.Findings found = rule.examine(step.before(), event, step.after());
                found.due().stream()
                        .filter(cause -> !EarlierWatches.isOld(cause, read))
                        .flatMap(cause -> wanted.of(cause, step.event().time()))
                        .forEach(cause -> due.add(new Raising(cause, trace)));
                found.ended().forEach(ending -> ended.add(new Ended(ending, trace)));
            }
            ClockRule.ended(step.before(), event, step.after(), tick)
                    .forEach(ending -> ended.add(new Ended(ending, trace)));
        }
        alerts.raise(due);
        alerts.resolve(ended);
    }
}
