/**
 * The events as others read them. The format is held in {@code contract/}; nothing here is shared as code.
 *
 * <p>Start reading at {@link org.waymark.partner.wire.PublicEvent}.
 */
@NullMarked
package org.waymark.partner.wire;

import org.jspecify.annotations.NullMarked;
