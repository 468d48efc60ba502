package org.waymark.progress.evidence;

/** Who may read a file once an update names it. */
public enum Visibility {
    PUBLIC,
    /** Its own organization and those who review the commitment. */
    PRIVATE
}
