package org.waymark.notification.settings.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.Severity;

/**
 * What a group has set, and when: an event is judged by what was set as it was recorded. So reading the topic again comes
 * to the same alerts, whatever has been set since.
 *
 * @param version how often it was set; 0 for never
 * @param past the settings by when they began, the oldest first
 */
public record GroupRules(String groupId, long version, List<Dated> past) {

    /** More than anybody sets by hand; of more than these the oldest is taken to have always been. */
    private static final int KEPT = 100;

    /** @param rules that differ from their defaults */
    public record Dated(Instant from, Map<AlertRule, RuleSetting> rules) {}

    public static GroupRules none(String groupId) {
        return new GroupRules(groupId, 0, List.of());
    }

    public GroupRules set(Map<AlertRule, RuleSetting> rules, Instant now) {
        List<Dated> next = new ArrayList<>(past);
        next.add(new Dated(now, Map.copyOf(rules)));
        return new GroupRules(
                groupId, version + 1, List.copyOf(next.subList(Math.max(0, next.size() - KEPT), next.size())));
    }

    public RuleSetting now(AlertRule rule) {
        return past.isEmpty() ? RuleSetting.DEFAULT : setting(past.getLast().rules(), rule);
    }

    /** The rules that are switched off now. */
    public Set<AlertRule> off() {
        return Arrays.stream(AlertRule.values())
                .filter(rule -> !now(rule).enabled())
                .collect(Collectors.toSet());
    }

    /** Nothing where the group did not want to know then; else as loudly as it wanted. */
    public Optional<Cause> judge(Cause cause, Instant recorded) {
        RuleSetting setting = setting(at(recorded), cause.key().rule());
        return setting.enabled() ? Optional.of(as(cause, setting.severity())) : Optional.empty();
    }

    private Map<AlertRule, RuleSetting> at(Instant time) {
        return past.stream()
                .filter(one -> !one.from().isAfter(time))
                .reduce((one, later) -> later)
                .map(Dated::rules)
                .orElse(version > KEPT ? past.getFirst().rules() : Map.of());
    }

    private static RuleSetting setting(Map<AlertRule, RuleSetting> rules, AlertRule rule) {
        return rules.getOrDefault(rule, RuleSetting.DEFAULT);
    }

    private static Cause as(Cause cause, @Nullable Severity severity) {
        return severity == null
                ? cause
                : new Cause(
                        cause.key(),
                        severity,
                        cause.subject(),
                        cause.groupId(),
                        cause.leadPartnerId(),
                        cause.sentence());
    }
}
