/** What is stored is what was decided. */
@NullMarked
package org.waymark.progress.commitments.store;

import org.jspecify.annotations.NullMarked;
