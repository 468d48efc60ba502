package org.waymark.progress.commitments.domain;

/** A milestone, within its commitment. */
public record MilestoneId(String value) {}
