/**
 * The public events of alerts, as {@code contract/} promises them.
 */
@NullMarked
package org.waymark.notification.alert.wire;

import org.jspecify.annotations.NullMarked;
