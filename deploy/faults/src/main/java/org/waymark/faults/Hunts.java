package org.waymark.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.waymark.faults.Fault.Kill;
import org.waymark.faults.Fault.Service;
import org.waymark.faults.Fault.Trouble;
import org.waymark.faults.Run.Outcome;
import org.waymark.faults.within.Bug;

/** Plants one bug after the other where it must show, and sees whether the checker catches it. */
final class Hunts {

    private static final int SEEDS = 4;
    /** Long enough for what is merely late: a board follows a kill within about eight seconds on a quiet machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final int FEW = 2;
    /** So many that most are not written again once their writer has died. */
    private static final int MANY = 16;

    private static final int LATE = 18;
    /** Later than the deadlines are recorded: a process that has once written a commitment looks after it. */
    private static final int LATER = 40;

    private final PrintStream out;

    Hunts(PrintStream out) {
        this.out = out;
    }

    /** Returns the bugs that were not caught within a few seeds. */
    List<Bug> run(Run cluster, Collection<Bug> bugs, long seed) {
        List<Bug> missed = new ArrayList<>();
        for (Bug bug : bugs) {
            if (!isCaught(cluster, bug, seed)) {
                missed.add(bug);
            }
        }
        return missed;
    }

    private boolean isCaught(Run cluster, Bug bug, long seed) {
        for (long next = seed; next < seed + SEEDS; next++) {
            Outcome outcome = cluster.run(plan(bug, next), PATIENCE);
            boolean caught = !outcome.verdict().isClean();
            out.printf(
                    "%-26s %-8s %s%s: %s%n",
                    bug,
                    caught ? "caught" : "not yet",
                    outcome.plan(),
                    outcome.atPoint() ? "" : " (not reached)",
                    outcome.verdict().brief());
            if (caught) {
                return true;
            }
        }
        return false;
    }

    static List<Bug> named(String name) {
        return name.isEmpty() ? Arrays.asList(Bug.values()) : List.of(Bug.valueOf(name));
    }

    private static Plan plan(Bug bug, long seed) {
        return switch (bug) {
            case DEDUPLICATION_OFF -> progress(bug, seed, "answer.before", 3);
            case TAKE_OUT_TOO_SOON -> unreachable(bug, seed, LATE, FEW);
            case SWEEP_OFF -> unreachable(bug, seed, LATER, MANY).throughOneDoor();
            case GUARD_OFF, LOSER_ANSWERED -> Plan.of(seed, Trouble.NOTHING).with(bug, Trouble.NOTHING, FEW);
            case ANSWERED_BEFORE_WRITTEN, PUBLISHED_BEFORE_WRITTEN -> progress(bug, seed, "aggregate-write.before", 3);
            case HISTORY_SKIPPED -> progress(bug, seed, "take-out.after", 2);
            case FAILED_SEND_LAST, FAILED_SEND_FORGOTTEN ->
                Plan.of(seed, Trouble.SENDS_REFUSED).with(bug, Trouble.SENDS_REFUSED, FEW);
            case KNOWN_APPLIED_AGAIN -> progress(bug, seed, "position-write.before", 1);
            case HOLES_SKIPPED -> Plan.of(seed, Trouble.HOLE_ON_TOPIC).with(bug, Trouble.HOLE_ON_TOPIC, FEW);
            case TALLIES_UNGUARDED, POSITION_BEFORE_VIEWS -> progress(bug, seed, "projection-write.before", 1);
            case TALLIES_AFTER_CARDS -> progress(bug, seed, "projection-write.after", 1);
            case ALERTS_AFTER_WATCHES -> notification(bug, seed, "projection-write.after");
            case ALERT_ID_RANDOM -> notification(bug, seed, "alert-insert.after");
        };
    }

    /** The process dies late, with all it has committed still unpublished. */
    private static Plan unreachable(Bug bug, long seed, int passage, int commitments) {
        Plan plan = Plan.of(seed, new Kill(Service.PROGRESS, "answer.before", 1));
        return plan.at(passage).with(bug, Trouble.BROKER_UNREACHABLE, commitments);
    }

    private static Plan progress(Bug bug, long seed, String point, int passage) {
        Plan plan = Plan.of(seed, new Kill(Service.PROGRESS, point, 1));
        return plan.at(passage).with(bug, Trouble.NOTHING, plan.commitments());
    }

    private static Plan notification(Bug bug, long seed, String point) {
        Plan plan = Plan.of(seed, new Kill(Service.NOTIFICATION, point, 1));
        return plan.at(1).with(bug, Trouble.NOTHING, plan.commitments());
    }
}
