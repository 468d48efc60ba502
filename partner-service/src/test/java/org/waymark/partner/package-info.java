@NullMarked
package org.waymark.partner;

import org.jspecify.annotations.NullMarked;
