package org.waymark.notification.alert.domain;

/**
 * Why somebody must be alerted.
 *
 * @param subject the public title of what it is about: the milestone's, or the commitment's
 * @param leadPartnerId the partner that leads the commitment
 * @param sentence for people, with public titles only
 */
public record Cause(
        CauseKey key, Severity severity, String subject, String groupId, String leadPartnerId, String sentence) {}
