/** Planted files of all kinds. */
@NullMarked
package org.waymark.progress.evidence.type;

import org.jspecify.annotations.NullMarked;
