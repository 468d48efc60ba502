package org.waymark.progress.commitments;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordTime;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Deciding;
import org.waymark.progress.commitments.domain.HealthRules;

/**
 * Records what time alone has changed, also what came to pass while no instance ran. The loser of two instances decides
 * again, on the newer state, and finds it done.
 */
@Service
class TimeService {

    private static final Logger log = LoggerFactory.getLogger(TimeService.class);
    private static final int AT_ONCE = 256;

    private final Commitments commitments;
    private final HealthRules rules;
    private final Clock clock;

    TimeService(Commitments commitments, HealthRules rules, Clock clock) {
        this.commitments = commitments;
        this.rules = rules;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${waymark.deadlines.every:10s}")
    void record() {
        Instant now = clock.instant();
        try {
            commitments.due(now, AT_ONCE).forEach(due -> record(due, now));
        } catch (RuntimeException e) {
            log.warn("deadlines not looked for now, they will be next time: {}", e.toString());
        }
    }

    /** One that fails keeps no other waiting. */
    private void record(CommitmentId due, Instant now) {
        try {
            commitments.change(
                    due,
                    CommandKey.tick(),
                    "clock",
                    now,
                    standing -> Deciding.decide(
                            CommitmentService.require(standing).commitment(), new RecordTime(), now, rules));
        } catch (RuntimeException e) {
            log.warn(
                    "deadlines not recorded now, they will be next time: commitment={} cause={}",
                    due.value(),
                    e.toString());
        }
    }
}
