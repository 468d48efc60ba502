package org.waymark.progress.imports.reading;

/**
 * A part of the file that was left out, or kept with a reservation.
 *
 * @param what the part, in the words of the file
 * @param why the reason, worded so that whoever publishes the file can mend it
 */
public record Skipped(int line, String what, String why) {}
