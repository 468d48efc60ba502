package org.waymark.notification.alert.domain;

/** The rule that an alert was raised by; the rules themselves stand with the watch they examine. */
public enum AlertRule implements Worded {
    MILESTONE_REACHED("milestone-reached"),
    OFF_TRACK("off-track"),
    MILESTONE_OVERDUE("milestone-overdue"),
    MILESTONE_VERIFIED("milestone-verified"),
    MILESTONE_SLIPPED("milestone-slipped"),
    COMMITMENT_COMPLETED("commitment-completed"),
    COMMITMENT_WITHDRAWN("commitment-withdrawn"),
    COMMITMENT_SUSPENDED("commitment-suspended"),
    AT_RISK("at-risk"),
    RECOVERED("recovered"),
    SILENT("silent"),
    EVIDENCE_MISSING("evidence-missing"),
    VERIFIED_VALUE_CORRECTED("verified-value-corrected"),
    REGRESSED("regressed"),
    STALLED("stalled"),
    DUE_SOON("due-soon"),
    REVIEW_WAITING("review-waiting"),
    RETURNED_UNANSWERED("returned-unanswered");

    private final String word;

    AlertRule(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
