/**
 * Alerts in MongoDB: written as aggregates with their events, read as lists.
 */
@NullMarked
package org.waymark.notification.alert.store;

import org.jspecify.annotations.NullMarked;
