package org.waymark.notification.watch.domain;

import org.waymark.notification.alert.domain.Worded;

/** How the reporting partner judges its commitment. */
public enum Assessment implements Worded {
    ON_TRACK("on-track"),
    AT_RISK("at-risk"),
    OFF_TRACK("off-track");

    private final String word;

    Assessment(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
