package org.waymark.progress.commitments.domain;

/** A partner; what else is known of it belongs to partner-service. */
public record PartnerId(String value) {}
