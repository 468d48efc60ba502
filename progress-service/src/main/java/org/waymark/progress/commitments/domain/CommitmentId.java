package org.waymark.progress.commitments.domain;

/** A commitment. */
public record CommitmentId(String value) {}
