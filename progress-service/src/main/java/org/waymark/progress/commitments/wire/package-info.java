/** What the world is told: public events as records, their names on the wire, and the mapping from the domain. */
@NullMarked
package org.waymark.progress.commitments.wire;

import org.jspecify.annotations.NullMarked;
