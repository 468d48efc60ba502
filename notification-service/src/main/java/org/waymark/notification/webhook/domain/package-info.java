/**
 * What a webhook is, what is delivered to it and when again. Start reading at {@link
 * org.waymark.notification.webhook.domain.Delivery}.
 */
@NullMarked
package org.waymark.notification.webhook.domain;

import org.jspecify.annotations.NullMarked;
