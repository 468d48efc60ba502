/**
 * Who must know: watches commitments on their topic, decides by rules what deserves an alert, and lists the alerts to those
 * who may see them.
 *
 * <p>Start reading at {@link org.waymark.notification.watch.domain.Rule}, then {@link org.waymark.notification.Rights}.
 */
@NullMarked
package org.waymark.notification;

import org.jspecify.annotations.NullMarked;
