package org.waymark.notification.alert.domain;

/** The rule that an alert was raised by; the rules themselves stand with the watch they examine. */
public enum AlertRule implements Worded {
    MILESTONE_REACHED("milestone-reached"),
    OFF_TRACK("off-track"),
    MILESTONE_OVERDUE("milestone-overdue");

    private final String word;

    AlertRule(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
