package org.waymark.progress.commitments.domain;

/** An indicator, within its commitment. */
public record IndicatorId(String value) {}
