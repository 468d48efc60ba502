/**
 * Tells other systems of alerts, as the Standard Webhooks specification says. What happens to an alert is read from its
 * topic ({@link org.waymark.notification.webhook.AlertDeliveries}), becomes a delivery for each webhook that may see it,
 * and is sent until it is taken or given up.
 */
@NullMarked
package org.waymark.notification.webhook;

import org.jspecify.annotations.NullMarked;
