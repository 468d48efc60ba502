package org.waymark.progress.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.Page;
import org.waymark.progress.dashboard.alerts.OpenAlerts.Numbered;
import org.waymark.progress.dashboard.alerts.OpenAlerts.Place;
import org.waymark.progress.dashboard.alerts.OpenAlerts.Wanted;
import org.waymark.progress.directory.Directory;

/** The open alerts, for the secretariat and for co-chairs of the groups concerned; to others there are none. */
@RestController
class AlertsController {

    private static final List<String> COUNTED = List.of("rule", "severity", "state");

    private final OpenAlerts alerts;
    private final Directory directory;
    private final Clock clock;

    AlertsController(OpenAlerts alerts, Directory directory, Clock clock) {
        this.alerts = alerts;
        this.directory = directory;
        this.clock = clock;
    }

    /** All that are open are counted, whatever is on the page. */
    record AlertsView(
            Map<String, Long> byRule,
            Map<String, Long> bySeverity,
            Map<String, Long> byState,
            List<Item> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    record Item(
            String id,
            String rule,
            String severity,
            String state,
            String commitmentId,
            @Nullable String milestoneId,
            String groupId,
            String cause,
            Instant raisedAt) {

        private static Item of(Numbered one) {
            Alert alert = one.alert();
            return new Item(
                    one.id(),
                    alert.rule(),
                    alert.severity(),
                    alert.state(),
                    alert.commitmentId(),
                    alert.milestoneId(),
                    alert.groupId(),
                    alert.cause(),
                    alert.raisedAt());
        }
    }

    /**
     * Raised or acknowledged, and not resolved; the newest first. A co-chair sees those of the groups it chairs now, and is
     * answered 503 while that cannot be confirmed.
     */
    @GetMapping("/api/dashboard/alerts")
    AlertsView open(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String commitment,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        Wanted wanted = new Wanted(groups(Caller.current()), group, commitment);
        Map<String, Map<String, Long>> counts = alerts.counts(wanted, COUNTED);
        List<Numbered> found = alerts.list(wanted, after(cursor), limit + 1);
        List<Numbered> page = found.stream().limit(limit).toList();
        return new AlertsView(
                sorted(counts, "rule"),
                sorted(counts, "severity"),
                sorted(counts, "state"),
                page.stream().map(Item::of).toList(),
                found.size() > limit ? cursor(page.getLast()) : null);
    }

    /** Null for all. */
    private @Nullable Set<String> groups(Caller caller) {
        if (caller.has("secretariat")) {
            return null;
        }
        String organization = caller.organization();
        Instant now = clock.instant();
        if (organization == null || directory.isShutOut(organization)) {
            return Set.of();
        }
        Set<String> chaired = directory.chairedBy(organization, now);
        if (!chaired.isEmpty() && !directory.isConfirmed(now)) {
            throw Problem.unavailable(
                    "directory-unconfirmed",
                    "Whether your term as co-chair still runs cannot be confirmed at the moment; try again shortly.",
                    Duration.ofSeconds(30));
        }
        return chaired;
    }

    private static Map<String, Long> sorted(Map<String, Map<String, Long>> counts, String field) {
        return new TreeMap<>(counts.getOrDefault(field, Map.of()));
    }

    private static String cursor(Numbered last) {
        return last.alert().raisedAt().toEpochMilli() + "." + last.id();
    }

    private static @Nullable Place after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        int dot = cursor.indexOf('.');
        try {
            return new Place(
                    new Date(Long.parseLong(cursor.substring(0, Math.max(0, dot)))), cursor.substring(dot + 1));
        } catch (NumberFormatException e) {
            throw Problem.invalid("cursor", "Take it from the field next of the page before.");
        }
    }
}
