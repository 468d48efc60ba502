/** The checks of the checks: each must be seen to fail on a planted fault, or it proves nothing elsewhere. */
@NullMarked
package org.waymark.testing;

import org.jspecify.annotations.NullMarked;
