/**
 * The watch kept of every commitment, folded from its events, and the alerts that follow from it. Start reading at
 * {@link org.waymark.notification.watch.WatchProjection}.
 */
@NullMarked
package org.waymark.notification.watch;

import org.jspecify.annotations.NullMarked;
