/**
 * Sends what is due. Start reading at {@link org.waymark.notification.webhook.send.Dispatcher}; where nothing may be sent
 * to, {@link org.waymark.notification.webhook.send.PublicAddresses} says.
 */
@NullMarked
package org.waymark.notification.webhook.send;

import org.jspecify.annotations.NullMarked;
