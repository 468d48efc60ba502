/** Tests that kill: a promise to keep what was acknowledged is worth what it is worth after {@code kill -9}. */
@NullMarked
package org.waymark.embedded;

import org.jspecify.annotations.NullMarked;
