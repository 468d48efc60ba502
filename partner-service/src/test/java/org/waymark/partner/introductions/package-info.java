@NullMarked
package org.waymark.partner.introductions;

import org.jspecify.annotations.NullMarked;
