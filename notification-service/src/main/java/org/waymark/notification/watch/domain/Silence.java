package org.waymark.notification.watch.domain;

import java.time.LocalDate;

/**
 * Nobody has reported for long.
 *
 * @param lastHeard the day of the last update, or of the submission
 * @param since the sequence of the event that says so
 */
public record Silence(LocalDate lastHeard, long since) {}
