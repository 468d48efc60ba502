/**
 * Commitments and the updates on them, from the request to the stored decision. {@link
 * org.waymark.progress.commitments.CommitmentService} is the list of what can be done; {@code domain} decides, {@code
 * store} keeps, {@code wire} says it in public, {@code web} translates.
 */
@NullMarked
package org.waymark.progress.commitments;

import org.jspecify.annotations.NullMarked;
