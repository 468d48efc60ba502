/** The use cases on commitments kept in memory. */
@NullMarked
package org.waymark.progress.commitments;

import org.jspecify.annotations.NullMarked;
