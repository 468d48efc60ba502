package org.waymark.progress.evidence;

/** What has become of the updates that files are claimed for. */
public interface NamingUpdates {

    /** How far an update has come. */
    enum State {
        /** It was refused, or given up. */
        ABSENT,
        /** It is kept, but only its author sees it. */
        DRAFT,
        PUBLISHED
    }

    /** Of the update as it names this file; one that stands without naming it is as good as absent. */
    State stateOf(String commitment, String update, String file);
}
