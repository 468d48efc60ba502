/**
 * What an alert is and what may become of it. Start reading at {@link org.waymark.notification.alert.domain.Alert}.
 */
@NullMarked
package org.waymark.notification.alert.domain;

import org.jspecify.annotations.NullMarked;
