/**
 * Partners over HTTP and in the store.
 *
 * <p>Start reading at {@link org.waymark.partner.partners.Partners}.
 */
@NullMarked
package org.waymark.partner.partners;

import org.jspecify.annotations.NullMarked;
