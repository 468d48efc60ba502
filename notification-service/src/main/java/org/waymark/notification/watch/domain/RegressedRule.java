package org.waymark.notification.watch.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.Indicator.Regress;

/**
 * A reported value goes against its indicator's direction: it falls where more is better, it rises where less is. The value
 * is that of the latest period that has one; taking a report back and correcting it are no regress.
 *
 * <p>Example: update 2 gives 40 for "People recruited", update 3 gives 35: one alert, <em>"People recruited" of "Safe
 * recruitment" went from 40 to 35; more is better.</em> Update 4 gives 38: none, and it stands. Update 5 gives 40: resolved.
 */
record RegressedRule() implements StandingRule {

    @Override
    public List<Cause> standing(Watch watch) {
        List<Cause> standing = new ArrayList<>();
        for (Indicator indicator : watch.indicators()) {
            Regress regress = indicator.regress();
            Long since = regress == null ? null : watch.lifeCycle().matters(regress.since());
            BigDecimal value = indicator.value();
            if (regress != null && since != null && value != null) {
                standing.add(cause(watch, indicator, regress.from(), value, since));
            }
        }
        return standing;
    }

    private static Cause cause(Watch watch, Indicator indicator, BigDecimal from, BigDecimal to, long since) {
        return watch.cause(
                watch.key(AlertRule.REGRESSED, indicator, since),
                Severity.WARNING,
                indicator.title(),
                "%s went from %s to %s; %s is better."
                        .formatted(
                                watch.named(indicator),
                                from.toPlainString(),
                                to.toPlainString(),
                                indicator.ascending() ? "more" : "less"));
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        Indicator indicator = after.indicator(Objects.requireNonNull(key.indicatorId()));
        return after.isUnderWay() ? "%s is back where it was.".formatted(after.named(indicator)) : after.atRest();
    }
}
