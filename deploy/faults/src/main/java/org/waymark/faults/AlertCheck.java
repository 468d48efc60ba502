package org.waymark.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.faults.History.Promised;
import org.waymark.faults.Verdict.Wrong;
import tools.jackson.databind.JsonNode;

/**
 * One alert per cause. Causes are counted again here, from what the officers said: each time that off track begins, each
 * milestone claimed, each one missed. Of rules that are not known here none may say the same thing twice.
 */
record AlertCheck(Promised commitment, List<Said> committed, boolean missed) {

    void check(JsonNode page, Verdict verdict) {
        Map<String, Long> byRule = new HashMap<>();
        Set<String> causes = new HashSet<>();
        for (JsonNode alert : page.at("/items")) {
            String rule = alert.at("/rule").asString();
            byRule.merge(rule, 1L, Long::sum);
            String cause = rule
                    + alert.at("/milestoneId").asString("")
                    + alert.at("/indicatorId").asString("")
                    + alert.at("/causeSequence").asLong(0)
                    + alert.at("/cause").asString();
            if (!causes.add(cause)
                    && !rule.equals("off-track")) { // several times off track on one day is no repetition
                verdict.add(Wrong.DOUBLED, "alerted twice: " + alert);
            }
        }
        compare("off-track", offTrack(), byRule, verdict);
        compare("milestone-overdue", missed ? 1 : 0, byRule, verdict);
        compare(
                "milestone-reached",
                committed.stream().filter(one -> one.reached() != null).count(),
                byRule,
                verdict);
    }

    private void compare(String rule, long expected, Map<String, Long> byRule, Verdict verdict) {
        verdict.compare(rule + " alerts of " + commitment.id(), expected, byRule.getOrDefault(rule, 0L));
    }

    private long offTrack() {
        long began = 0;
        boolean is = false;
        for (Said said : committed) {
            if (said.assessment() != null) {
                boolean now = said.assessment().equals("off-track");
                began += now && !is ? 1 : 0;
                is = now;
            }
        }
        return began;
    }
}
