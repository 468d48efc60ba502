@NullMarked
package org.waymark.partner.wire;

import org.jspecify.annotations.NullMarked;
