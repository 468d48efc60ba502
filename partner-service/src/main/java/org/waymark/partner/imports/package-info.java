/**
 * Partners from somebody else's registry, as dirty as it is: what would be done with each row is shown first, and then
 * done.
 *
 * <p>Start reading at {@code Imports}.
 */
@NullMarked
package org.waymark.partner.imports;

import org.jspecify.annotations.NullMarked;
