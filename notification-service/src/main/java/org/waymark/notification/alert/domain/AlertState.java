package org.waymark.notification.alert.domain;

/** Where an alert stands. A resolved one may have been acknowledged before. */
public enum AlertState implements Worded {
    RAISED("raised"),
    ACKNOWLEDGED("acknowledged"),
    RESOLVED("resolved");

    private final String word;

    AlertState(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
