/** Compares our tables with what their keepers publish, where that is at hand. */
@NullMarked
package org.waymark.progress.reference;

import org.jspecify.annotations.NullMarked;
