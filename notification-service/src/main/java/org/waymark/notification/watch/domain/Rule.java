package org.waymark.notification.watch.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.Ending;

/**
 * Tells from one event of a commitment what somebody must be alerted of, and which condition has ended. A pure function
 * of the watch before, the event and the watch after: the same events always come to the same alerts, however often they
 * are read and however they are cut into batches.
 */
public sealed interface Rule
        permits MilestoneReachedRule,
                OffTrackRule,
                MilestoneOverdueRule,
                MilestoneVerifiedRule,
                EndOfLifeRule,
                StandingRule {

    /** What a rule found. */
    record Findings(List<Cause> due, List<Ending> ended) {

        static final Findings NONE = new Findings(List.of(), List.of());
    }

    static List<Rule> all() {
        return List.of(
                new MilestoneReachedRule(),
                new OffTrackRule(),
                new MilestoneOverdueRule(),
                new MilestoneVerifiedRule(),
                new MilestoneSlippedRule(),
                EndOfLifeRule.COMPLETED,
                EndOfLifeRule.WITHDRAWN,
                new SuspendedRule(),
                new AtRiskRule(),
                new RecoveredRule(),
                new SilentRule(),
                new EvidenceMissingRule(),
                new ValueCorrectedRule(),
                new RegressedRule(),
                new StalledRule());
    }

    /** @param before null where the event is the commitment's first */
    Findings examine(@Nullable Watch before, CommitmentEvent event, Watch after);

    /** Dates as people write them, in the one language that alerts have so far. */
    static String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
    }
}
