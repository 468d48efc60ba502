package org.waymark.progress.commitments;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Caller;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.directory.DirectoryFake;

/** The use cases on commitments in memory, with a clock that is set by hand. */
public final class UseCases {

    public final InMemoryCommitments commitments = new InMemoryCommitments();
    public final DirectoryFake directory = new DirectoryFake();
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    public final CommitmentService service = new CommitmentService(commitments, directory, new Clock() {
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
    });

    void itIs(String instant) {
        now = Instant.parse(instant);
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
}
