package org.waymark.notification.alert.store;

import org.waymark.notification.alert.domain.Alert;

/** An alert as it stands in the store. */
public record Standing(String id, long sequence, Alert alert) {}
