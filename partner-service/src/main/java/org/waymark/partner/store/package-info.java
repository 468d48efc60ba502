/**
 * How partners and action groups are kept alike: found, listed, created and changed as aggregates with a sequence.
 *
 * <p>Start reading at {@link org.waymark.partner.store.Aggregates}.
 */
@NullMarked
package org.waymark.partner.store;

import org.jspecify.annotations.NullMarked;
