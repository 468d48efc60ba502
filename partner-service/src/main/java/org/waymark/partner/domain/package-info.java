/**
 * What a partner and an action group are and what may change about them. Pure decisions: no framework, no clock, no I/O.
 *
 * <p>Start reading at {@link org.waymark.partner.domain.Partner}.
 */
@NullMarked
package org.waymark.partner.domain;

import org.jspecify.annotations.NullMarked;
