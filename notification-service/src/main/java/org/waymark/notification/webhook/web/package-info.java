/** Webhooks and deliveries over HTTP. */
@NullMarked
package org.waymark.notification.webhook.web;

import org.jspecify.annotations.NullMarked;
