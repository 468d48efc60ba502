package org.waymark.partner.domain;

import java.time.Instant;

/**
 * Somebody's access was taken back.
 *
 * @param issuedUntil tokens issued up to then are good no more; who may still get one gets a later one
 */
public record AccessRevoked(Instant issuedUntil) {}
