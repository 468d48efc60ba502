package org.waymark.progress.commitments;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Caller;
import org.waymark.progress.commitments.domain.HealthRules;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.directory.DirectoryFake;

/** The use cases on ports in memory, with a clock that is set by hand. */
public final class UseCases {

    public final InMemoryCommitments commitments = new InMemoryCommitments();
    public final DirectoryFake directory = new DirectoryFake();
    final InMemoryDrafts draftsKept = new InMemoryDrafts();
    final EvidenceFake evidence = new EvidenceFake();

    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private final Clock clock = new SetByHand();
    private final Authority authority = new Authority(directory);
    private final EvidenceRules evidenceRules = new EvidenceRules(evidence);

    public final CommitmentService service =
            new CommitmentService(commitments, authority, directory, HealthRules.DEFAULT, clock);
    final UpdateService updates = new UpdateService(commitments, authority, evidenceRules, HealthRules.DEFAULT, clock);
    final TimeService time = new TimeService(commitments, HealthRules.DEFAULT, clock);
    final DraftService drafts = new DraftService(draftsKept, commitments, authority, evidenceRules, clock);

    void itIs(String instant) {
        now = Instant.parse(instant);
    }

    Instant now() {
        return now;
    }

    public static Caller partner(PartnerId partner) {
        return new Caller("client-of-" + partner.value(), partner.value(), Set.of("partner"));
    }

    public static Caller secretariat() {
        return caller(null, "secretariat");
    }

    public static Caller caller(@Nullable String organization, String role) {
        return new Caller("client", organization, Set.of(role));
    }

    private final class SetByHand extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
