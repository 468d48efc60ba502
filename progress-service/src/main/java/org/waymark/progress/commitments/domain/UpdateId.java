package org.waymark.progress.commitments.domain;

/** A progress update. */
public record UpdateId(String value) {}
