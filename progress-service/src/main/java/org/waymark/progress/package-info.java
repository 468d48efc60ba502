/**
 * What was promised and what happened. Commands come in through {@code commitments}, leave as events on
 * waymark.commitments, and come back through {@code dashboard} as the read model. {@code directory} knows the partners
 * from waymark.partners, {@code imports} brings in what others have published. Start at {@link
 * org.waymark.progress.Rights} for who may do what.
 */
@NullMarked
package org.waymark.progress;

import org.jspecify.annotations.NullMarked;
