/**
 * What is known of a commitment and which of it somebody must hear about, decided by pure functions. Start reading at
 * {@link org.waymark.notification.watch.domain.Rule}.
 */
@NullMarked
package org.waymark.notification.watch.domain;

import org.jspecify.annotations.NullMarked;
