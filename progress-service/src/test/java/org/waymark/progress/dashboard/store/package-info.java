/** The contract of waymark.commitments, from the reader's side. */
@NullMarked
package org.waymark.progress.dashboard.store;

import org.jspecify.annotations.NullMarked;
