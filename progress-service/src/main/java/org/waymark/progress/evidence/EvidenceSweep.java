package org.waymark.progress.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.waymark.progress.evidence.Contents.Leftover;
import org.waymark.progress.evidence.Entry.Claim;

/** Removes files that no update came to name, and bytes that no file came to have. */
@Component
class EvidenceSweep {

    private static final Logger log = LoggerFactory.getLogger(EvidenceSweep.class);
    private static final Duration LEFT_ALONE = Duration.ofHours(24);
    private static final int AT_ONCE = 500;

    private final Entries entries;
    private final Contents contents;
    private final Claiming claims;
    private final Clock clock;

    EvidenceSweep(Entries entries, Contents contents, Claiming claims, Clock clock) {
        this.entries = entries;
        this.contents = contents;
        this.claims = claims;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${waymark.evidence.sweep:1h}")
    void sweep() {
        Instant now = clock.instant();
        Instant before = now.minus(LEFT_ALONE);
        try {
            entries.unsettledBefore(before, AT_ONCE)
                    .forEach(entry -> apart(entry.file().id(), () -> settle(entry, now)));
            contents.leftoversBefore(before, AT_ONCE)
                    .forEach(leftover -> apart(leftover.content(), () -> settle(leftover)));
        } catch (RuntimeException e) {
            log.warn("evidence not swept now, it will be next time: {}", e.toString());
        }
    }

    /** One that fails keeps no other waiting. */
    private static void apart(String id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("evidence not swept now, it will be next time: id={} cause={}", id, e.toString());
        }
    }

    /** Guarded by the entry as it was read: one claimed meanwhile is left alone. */
    private void settle(Entry read, Instant now) {
        boolean named = !claims.lookedInto(read).published().isEmpty();
        List<Claim> drafts = claims.drafts(read);
        if (named || !drafts.isEmpty()) {
            entries.settle(read, drafts, drafts.isEmpty() ? null : now);
        } else {
            remove(read, now);
        }
    }

    private void remove(Entry read, Instant now) {
        contents.note(new Leftover(read.content(), read.file().id(), now));
        if (entries.remove(read)) {
            contents.remove(read.content());
        }
    }

    private void settle(Leftover leftover) {
        boolean belongs = entries.find(leftover.file())
                .filter(entry -> entry.content().equals(leftover.content()))
                .isPresent();
        if (belongs) {
            contents.strike(leftover);
        } else {
            contents.remove(leftover.content());
        }
    }
}
