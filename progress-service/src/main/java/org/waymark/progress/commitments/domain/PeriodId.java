package org.waymark.progress.commitments.domain;

/** A period of an indicator. */
public record PeriodId(String value) {}
