package org.waymark.faults;

import java.util.Random;
import java.util.Set;
import org.waymark.faults.Fault.Kill;
import org.waymark.faults.Fault.Trouble;
import org.waymark.faults.within.Bug;

/**
 * One run, made of its seed and fault alone.
 *
 * @param passage at which of its passages the point kills
 * @param victim which of the two progress-services it is
 * @param accompanied what else goes wrong meanwhile
 * @param moment after how many answers it begins
 * @param commitments few, so that processes contend for them
 * @param oneDoor whether all officers go to the process that dies
 */
record Plan(
        long seed,
        Fault fault,
        int passage,
        int victim,
        Trouble accompanied,
        int moment,
        int commitments,
        boolean oneDoor,
        Set<Bug> bugs) {

    static final int POSTS = 48;

    static Plan of(long seed, Fault fault) {
        Random random = new Random(seed);
        return switch (fault) {
            case Kill kill -> {
                int passage = 1 + random.nextInt(kill.passages());
                Trouble also = random.nextInt(4) == 0 ? some(random) : Trouble.NOTHING;
                yield made(seed, fault, passage, also, random);
            }
            case Trouble trouble -> made(seed, fault, 0, trouble, random);
        };
    }

    private static Plan made(long seed, Fault fault, int passage, Trouble also, Random random) {
        return new Plan(
                seed, fault, passage, random.nextInt(2), also, 4 + random.nextInt(POSTS / 2), 5, false, Set.of());
    }

    private static Trouble some(Random random) {
        Trouble[] short_ = {
            Trouble.STORE_PAUSED,
            Trouble.STORE_CUT,
            Trouble.STORE_ANSWERS_CUT,
            Trouble.BROKER_PAUSED,
            Trouble.BROKER_CUT
        };
        return short_[random.nextInt(short_.length)];
    }

    /** Of its own for each plan, so that no two on a cluster are of one partner. */
    Random random() {
        return new Random(31 * seed + toString().hashCode());
    }

    /** With a bug planted, the same trouble from the first answer on, and this many commitments. */
    Plan with(Bug bug, Trouble trouble, int commitments) {
        return new Plan(seed, fault, passage, victim, trouble, 1, commitments, oneDoor, Set.of(bug));
    }

    Plan at(int passage) {
        return new Plan(seed, fault, passage, victim, accompanied, moment, commitments, oneDoor, bugs);
    }

    Plan throughOneDoor() {
        return new Plan(seed, fault, passage, victim, accompanied, moment, commitments, true, bugs);
    }

    @Override
    public String toString() {
        return "%s, seed %d%s%s%s"
                .formatted(
                        fault.title(),
                        seed,
                        passage > 0 ? ", passage " + passage : "",
                        accompanied == Trouble.NOTHING || accompanied == fault
                                ? ""
                                : ", meanwhile " + accompanied.title(),
                        bugs.isEmpty() ? "" : ", planted " + bugs);
    }
}
