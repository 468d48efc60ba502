package org.waymark.progress.commitments.domain;

/** How the partner itself sees its commitment. */
public enum Assessment {
    ON_TRACK,
    AT_RISK,
    OFF_TRACK
}
