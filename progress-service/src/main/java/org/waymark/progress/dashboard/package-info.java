/**
 * The dashboard read model: cards and tallies projected from waymark.commitments, the live stream, the board page. It
 * reads the topic alone, never the commitments' own store, and can be thrown away. Start at {@link
 * org.waymark.progress.dashboard.domain.CardFold} and {@link org.waymark.progress.dashboard.domain.Tally}.
 */
@NullMarked
package org.waymark.progress.dashboard;

import org.jspecify.annotations.NullMarked;
