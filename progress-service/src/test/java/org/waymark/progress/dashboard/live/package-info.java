/** Who is told what, and when everything must be read again. */
@NullMarked
package org.waymark.progress.dashboard.live;

import org.jspecify.annotations.NullMarked;
