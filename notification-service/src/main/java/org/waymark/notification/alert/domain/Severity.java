package org.waymark.notification.alert.domain;

/** How soon somebody should look. */
public enum Severity implements Worded {
    INFO("info"),
    WARNING("warning"),
    URGENT("urgent");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
