/**
 * Partners that an import names before anybody registered them: they become invited partners.
 *
 * <p>Start reading at {@code IntroductionProjection}.
 */
@NullMarked
package org.waymark.partner.introductions;

import org.jspecify.annotations.NullMarked;
