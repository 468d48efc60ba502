/**
 * What was promised and what is said of it, as rules without any framework: a command and the commitment as it stands
 * give events, or a {@link org.waymark.progress.commitments.domain.Refusal}. Start at {@link
 * org.waymark.progress.commitments.domain.Commitment}.
 */
@NullMarked
package org.waymark.progress.commitments.domain;

import org.jspecify.annotations.NullMarked;
