/** Webhooks and their deliveries as they are kept. */
@NullMarked
package org.waymark.notification.webhook.store;

import org.jspecify.annotations.NullMarked;
