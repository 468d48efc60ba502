/** Taking access back: from the moment it is, tokens that were given out before are refused, here and everywhere. */
@NullMarked
package org.waymark.partner.access;

import org.jspecify.annotations.NullMarked;
