package org.waymark.notification.watch.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;

/**
 * A rule whose alert stands as long as its condition does: what stands after an event and did not before is due, what
 * stood before and does not after has ended.
 */
sealed interface StandingRule extends Rule
        permits MilestoneSlippedRule,
                SuspendedRule,
                AtRiskRule,
                RecoveredRule,
                SilentRule,
                EvidenceMissingRule,
                ValueCorrectedRule,
                RegressedRule,
                StalledRule {

    /** What there is to tell of the commitment as it is. */
    List<Cause> standing(Watch watch);

    /** For people, why it stands no more. */
    String ended(CauseKey key, CommitmentEvent event, Watch after);

    @Override
    default Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after) {
        List<Cause> was = before == null ? List.of() : standing(before);
        List<Cause> is = standing(after);
        if (was.isEmpty() && is.isEmpty()) {
            return Findings.NONE;
        }
        Set<CauseKey> keysBefore = was.stream().map(Cause::key).collect(Collectors.toSet());
        Set<CauseKey> keysAfter = is.stream().map(Cause::key).collect(Collectors.toSet());
        return new Findings(
                is.stream()
                        .filter(cause -> !keysBefore.contains(cause.key()))
                        .map(cause -> event.backlog() ? imported(cause) : cause)
                        .toList(),
                was.stream()
                        .map(Cause::key)
                        .filter(key -> !keysAfter.contains(key))
                        .map(key -> new Ending(key, ended(key, event, after), event.sequence()))
                        .toList());
    }

    /** Still true, though nobody was told in time. */
    private static Cause imported(Cause cause) {
        String sentence = cause.sentence().substring(0, cause.sentence().length() - 1) + " (from imported records).";
        return new Cause(
                cause.key(), cause.severity(), cause.subject(), cause.groupId(), cause.leadPartnerId(), sentence);
    }
}
