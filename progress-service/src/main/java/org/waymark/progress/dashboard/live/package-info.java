/** Who changed, told as it happens: server-sent events, conflated per reader, resumable. */
@NullMarked
package org.waymark.progress.dashboard.live;

import org.jspecify.annotations.NullMarked;
