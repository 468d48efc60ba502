package org.waymark.progress.dashboard.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One making of the whole read model from the topic, in collections of its own.
 *
 * @param shape of the code that made it; another one's is shown as it stands, and no longer fed
 * @param topic what it was made from; null until the broker has said
 * @param rebuild how its making goes; null for the first one, which serves while it is made
 */
public record Generation(
        int number,
        int shape,
        State state,
        @Nullable Topic topic,
        @Nullable Rebuild rebuild) {

    /** What it is there for. */
    public enum State {
        BUILDING,
        SERVING,
        /** It served until another took its place, or was given up; it is removed after a day. */
        RETIRED
    }

    /** @param id as the broker names it: a topic that is deleted and made again has another one */
    public record Topic(String id, int partitions) {}

    /**
     * How a making goes.
     *
     * @param owner the process that is at it, until {@code leaseUntil}
     * @param decision of an administrator; null while there is none
     * @param endedAt when it ceased to serve, or was given up
     */
    public record Rebuild(
            Phase phase,
            Instant startedAt,
            @Nullable String owner,
            Instant leaseUntil,
            long read,
            long of,
            @Nullable Decision decision,
            @Nullable String trouble,
            @Nullable Compared compared,
            @Nullable Instant endedAt) {

        public enum Phase {
            READING,
            COMPARING,
            /** It waits for a decision. */
            DIFFERS,
            SWITCHING,
            /** It serves, or did. */
            ENDED
        }

        public enum Decision {
            SWITCH,
            DISCARD
        }

        public static Rebuild begun(Instant now) {
            return new Rebuild(Phase.READING, now, null, Instant.EPOCH, 0, 0, null, null, null, null);
        }

        @JsonIgnore
        public boolean isFree(Instant now) {
            return !now.isBefore(leaseUntil);
        }

        public Rebuild troubled(String what, Instant leftUntil) {
            return new Rebuild(phase, startedAt, null, leftUntil, read, of, decision, what, compared, endedAt);
        }

        public Rebuild in(Phase next) {
            return new Rebuild(next, startedAt, owner, leaseUntil, read, of, decision, trouble, compared, endedAt);
        }

        public Rebuild ended(Instant at) {
            return new Rebuild(Phase.ENDED, startedAt, owner, leaseUntil, read, of, decision, null, compared, at);
        }

        public Rebuild at(long nowRead, long nowOf) {
            return new Rebuild(
                    phase, startedAt, owner, leaseUntil, nowRead, nowOf, decision, trouble, compared, endedAt);
        }

        public Rebuild compared(Compared result) {
            return new Rebuild(phase, startedAt, owner, leaseUntil, read, of, decision, trouble, result, endedAt);
        }

        public Rebuild decided(Decision what) {
            return new Rebuild(phase, startedAt, owner, leaseUntil, read, of, what, trouble, compared, endedAt);
        }

        public Rebuild leased(String to, Instant until) {
            return new Rebuild(phase, startedAt, to, until, read, of, decision, trouble, compared, endedAt);
        }
    }

    /**
     * @param checksums of cards, tallies and activity, of the serving one and of this
     * @param differences the first of them
     * @param more how many there are besides
     */
    public record Compared(List<Checksum> checksums, List<Difference> differences, long more) {

        public Compared {
            checksums = List.copyOf(checksums);
            differences = List.copyOf(differences);
        }

        @JsonIgnore
        public boolean isEqual() {
            return differences.isEmpty();
        }
    }

    /** Sums over what a partition of the topic led to, at one and the same offset of it. */
    public record Checksum(String of, int partition, long offset, String serving, String rebuilt, long documents) {

        public Checksum {
            Stream.of(of, serving, rebuilt).forEach(Objects::requireNonNull);
        }
    }

    /** A document of the one that is not the same in the other; null where there is none. */
    public record Difference(
            String of,
            String id,
            @Nullable String serving,
            @Nullable String rebuilt) {}

    String collection() {
        return number == 0 ? "dashboard" : "dashboard_" + number;
    }

    public Generation in(State next) {
        return new Generation(number, shape, next, topic, rebuild);
    }

    public Generation of(Topic made) {
        return new Generation(number, shape, state, made, rebuild);
    }

    public Generation with(Rebuild next) {
        return new Generation(number, shape, state, topic, next);
    }
}
