/**
 * Reads the topic of commitments from its beginning, counts by itself what the board should say of a day, and asks the
 * board. It shares no code with the services: it knows only their contract and what a figure means. Start at
 * {@link org.waymark.prove.Prove}.
 */
@NullMarked
package org.waymark.prove;

import org.jspecify.annotations.NullMarked;
