package org.waymark.notification.watch.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.watch.domain.Indicator.Period;

/**
 * A value that had been verified is corrected: what was confirmed is no longer what is said.
 *
 * <p>Example: event 3 verifies 24.5 of "People recruited", event 4 corrects it to 42.5: one alert, <em>The value of "People
 * recruited" of "Safe recruitment" was corrected to 42.5 after it had been verified.</em> It is resolved where the value is
 * verified as it is now, or another report takes its place. A correction of what nobody has verified alerts nobody.
 */
record ValueCorrectedRule() implements StandingRule {

    @Override
    public List<Cause> standing(Watch watch) {
        List<Cause> standing = new ArrayList<>();
        for (Indicator indicator : watch.indicators()) {
            for (Period period : indicator.periods()) {
                Long since = period.corrected();
                if (since != null) {
                    standing.add(cause(watch, indicator, period.actual(), since));
                }
            }
        }
        return standing;
    }

    private static Cause cause(Watch watch, Indicator indicator, @Nullable BigDecimal to, long since) {
        return watch.cause(
                watch.key(AlertRule.VERIFIED_VALUE_CORRECTED, indicator, since),
                Severity.WARNING,
                indicator.title(),
                "The value of %s was corrected%s after it had been verified."
                        .formatted(watch.named(indicator), to == null ? "" : " to " + to.toPlainString()));
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        Indicator indicator = after.indicator(Objects.requireNonNull(key.indicatorId()));
        return "The corrected value of %s has been verified, or another took its place."
                .formatted(after.named(indicator));
    }
}
