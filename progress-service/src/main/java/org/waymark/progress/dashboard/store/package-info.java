/** Cards, tallies and rows of updates in MongoDB, written in the order that makes totals exact. */
@NullMarked
package org.waymark.progress.dashboard.store;

import org.jspecify.annotations.NullMarked;
