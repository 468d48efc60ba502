package org.waymark.notification.alert.domain;

/**
 * A condition is no longer so.
 *
 * @param sentence for people, what ended it
 * @param sequence of the commitment's event that ended it; where time alone did, of the one that had begun it
 */
public record Ending(CauseKey key, String sentence, long sequence) {}
