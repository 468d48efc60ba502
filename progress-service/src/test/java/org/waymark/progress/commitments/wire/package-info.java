/** The contract of what is published, from the producer's side. */
@NullMarked
package org.waymark.progress.commitments.wire;

import org.jspecify.annotations.NullMarked;
