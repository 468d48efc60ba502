package org.waymark.notification.watch.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * Three reports in a row give the same value of an indicator whose target is not met.
 *
 * <p>Example: updates 2, 3 and 4 give 40 for "People recruited", of which 100 is the target: one alert with update 4,
 * <em>"People recruited" of "Safe recruitment" has been 40 in 3 reports in a row.</em> Update 5 gives 40 again: none.
 * Update 6 gives 41: resolved. An update that leaves the indicator out, or is only said again, counts neither way.
 */
record StalledRule() implements StandingRule {

    private static final int REPORTS = 3;

    @Override
    public List<Cause> standing(Watch watch) {
        List<Cause> standing = new ArrayList<>();
        for (Indicator indicator : watch.indicators()) {
            Long stalled = indicator.stalledSince(REPORTS);
            Long since = stalled == null ? null : watch.lifeCycle().matters(stalled);
            BigDecimal value = indicator.value();
            if (since != null && value != null) {
                standing.add(watch.cause(
                        watch.key(AlertRule.STALLED, indicator, since),
                        Severity.INFO,
                        indicator.title(),
                        "%s has been %s in %d reports in a row."
                                .formatted(watch.named(indicator), value.toPlainString(), REPORTS)));
            }
        }
        return standing;
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        Indicator indicator = after.indicator(Objects.requireNonNull(key.indicatorId()));
        return after.isUnderWay() ? "%s has moved.".formatted(after.named(indicator)) : after.atRest();
    }
}
