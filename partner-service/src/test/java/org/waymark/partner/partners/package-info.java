@NullMarked
package org.waymark.partner.partners;

import org.jspecify.annotations.NullMarked;
