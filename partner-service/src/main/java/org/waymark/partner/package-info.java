/**
 * Who takes part: partners, action groups with their co-chairs, and the tokens with which they speak to every service.
 *
 * <p>Start reading at {@link org.waymark.partner.Rights}, then {@link org.waymark.partner.domain.Partner}.
 */
@NullMarked
package org.waymark.partner;

import org.jspecify.annotations.NullMarked;
