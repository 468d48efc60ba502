package org.waymark.prove;

import java.util.List;

/** The measures, by their names on the wire, and where a summary tells them. */
final class Measures {

    static final List<String> STATUSES =
            List.of("submitted", "endorsed", "in-implementation", "completed", "withdrawn", "suspended");
    static final List<String> HEALTHS = List.of("on-track", "at-risk", "off-track", "unknown");

    /** Those told one by one; status and health are told by value. */
    static final List<String> ALL = List.of(
            "commitments",
            "milestones.planned",
            "milestones.reached",
            "milestones.verified",
            "milestones.evidenced",
            "milestones.missed",
            "milestones.cancelled",
            "milestones.overdue",
            "milestones.slipped",
            "milestones.slips",
            "milestones.slippedDays",
            "updates",
            "updatesVerified",
            Figures.REPORTING_PARTNERS,
            "freshness.within30Days",
            "freshness.within90Days",
            "freshness.longer",
            "freshness.never",
            "progress.selfReported",
            "progress.selfReported.known",
            "progress.verified",
            "progress.verified.known");

    private Measures() {}

    /** As a JSON pointer. */
    static String place(String measure) {
        String place = "/" + measure.replace('.', '/');
        return measure.equals("progress.selfReported") || measure.equals("progress.verified") ? place + "/sum" : place;
    }
}
