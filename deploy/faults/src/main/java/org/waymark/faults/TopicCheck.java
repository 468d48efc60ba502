package org.waymark.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.faults.Checker.Listed;
import org.waymark.faults.History.Promised;
import org.waymark.faults.Topic.Announced;
import org.waymark.faults.Verdict.Wrong;

/** The first 1 stands before the first 2 and so on; one sequence is one event; what is announced is what is committed. */
record TopicCheck(Promised commitment, List<Listed> committed, boolean missed) {

    private static final String OVERDUE = "org.waymark.commitment.milestone-overdue.v1";

    void check(List<Announced> announced, Verdict verdict) {
        Map<Long, Announced> first = new HashMap<>();
        long next = 1;
        for (Announced one : announced) {
            if (one.sequence() > next) {
                verdict.add(Wrong.MISORDERED, one.event() + " announced before sequence " + next);
            }
            Announced before = first.putIfAbsent(one.sequence(), one);
            if (before == null) {
                next = Math.max(next, one.sequence() + 1);
            } else if (!before.event().equals(one.event())) {
                verdict.add(Wrong.DOUBLED, "a sequence with two events: " + one.event() + " and " + before.event());
            }
        }
        long overdue = first.values().stream()
                .filter(one -> one.type().equals(OVERDUE))
                .count();
        verdict.compare("overdue events of " + commitment, missed ? 1 : 0, overdue);
        compare(first, verdict);
    }

    private void compare(Map<Long, Announced> first, Verdict verdict) {
        Set<String> ids = new HashSet<>();
        for (Listed one : committed) {
            ids.add(one.id());
            Announced found = first.get(one.sequence());
            if (found == null || !found.update().equals(one.id())) {
                verdict.add(Wrong.LOST, "committed and not announced: " + one);
            }
        }
        first.values().stream()
                .map(Announced::update)
                .filter(update -> !update.isEmpty() && !ids.contains(update))
                .forEach(update -> verdict.add(Wrong.INVENTED, "announced and not committed: " + update));
    }
}
