package org.waymark.notification.watch.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

/**
 * A milestone is claimed, or a value given, with nothing to show for it.
 *
 * <p>Example: update 2 reports "Baseline survey" reached and brings no evidence: one alert, <em>Milestone "Baseline
 * survey" of "Safe recruitment" is reported reached without evidence.</em> Update 3 says so again without any: none.
 * Update 4, or update 2 resubmitted, has some: resolved; so it is where the claim is verified or taken back. The same
 * holds for each indicator. An import brings no evidence along and is not asked for it.
 */
record EvidenceMissingRule() implements StandingRule {

    @Override
    public List<Cause> standing(Watch watch) {
        Stream<Cause> claims = watch.milestones().stream().flatMap(one -> {
            Long since = matters(watch, one.bare());
            return since == null ? Stream.empty() : Stream.of(claim(watch, one, since));
        });
        Stream<Cause> values = watch.indicators().stream().flatMap(one -> {
            Long since = matters(watch, one.bare());
            return since == null ? Stream.empty() : Stream.of(value(watch, one, since));
        });
        return Stream.concat(claims, values).toList();
    }

    private static @Nullable Long matters(Watch watch, @Nullable Long bare) {
        return bare == null ? null : watch.lifeCycle().matters(bare);
    }

    private static Cause claim(Watch watch, Milestone milestone, long since) {
        return watch.cause(
                watch.key(AlertRule.EVIDENCE_MISSING, milestone, since),
                Severity.WARNING,
                milestone.title(),
                "%s is reported reached without evidence.".formatted(watch.named(milestone)));
    }

    private static Cause value(Watch watch, Indicator indicator, long since) {
        return watch.cause(
                watch.key(AlertRule.EVIDENCE_MISSING, indicator, since),
                Severity.WARNING,
                indicator.title(),
                "A value of %s is reported without evidence.".formatted(watch.named(indicator)));
    }

    @Override
    public String ended(CauseKey key, CommitmentEvent event, Watch after) {
        if (!after.isUnderWay()) {
            return after.atRest();
        }
        return "What was reported of \"%s\" without evidence has some now, is verified, or is taken back."
                .formatted(after.title());
    }
}
