package org.waymark.progress.dashboard.domain;

import java.util.Map;

/**
 * What is counted, by the names under which it is stored. In the API a dot stands for the blank, which no field of the
 * store could have.
 */
public final class Measures {

    public static final String COMMITMENTS = "commitments";

    /** The status follows. */
    public static final String STATUS = "byStatus ";

    /** The health follows. */
    public static final String HEALTH = "byHealth ";

    public static final String UPDATES = "updates";
    public static final String UPDATES_VERIFIED = "updatesVerified";

    /** An organization's id follows; what is counted is its updates. */
    public static final String REPORTED_BY = "reportedBy ";

    /** What happened to milestones follows. */
    public static final String MILESTONES = "milestones ";

    static final String SLIPS = MILESTONES + "slips";
    static final String SLIPPED_DAYS = MILESTONES + "slippedDays";
    static final String SLIPPED = MILESTONES + "slipped";

    /** How long ago a commitment was last heard from follows. */
    public static final String FRESHNESS = "freshness ";

    /** The sum of what is known, in ten-thousandths. */
    public static final String SELF_REPORTED = "progress selfReported";

    /** The same of what was verified. */
    public static final String VERIFIED = "progress verified";

    /** After one of the two: of how many commitments it is known. */
    public static final String KNOWN = " known";

    private Measures() {}

    /** Where it names an organization that was merged, the same of the one that stands for it. */
    static String ofSurvivor(String measure, Map<String, String> survivors) {
        if (!measure.startsWith(REPORTED_BY)) {
            return measure;
        }
        String reporter = measure.substring(REPORTED_BY.length());
        return REPORTED_BY + survivors.getOrDefault(reporter, reporter);
    }
}
