/**
 * Makes the read model anew from the topic while the present one serves, compares the two, and switches. Start at {@link
 * org.waymark.progress.dashboard.rebuild.Rebuild}.
 */
@NullMarked
package org.waymark.progress.dashboard.rebuild;

import org.jspecify.annotations.NullMarked;
