/**
 * What runs inside a service's process: the main that the harness starts it by, its steered clock, the points at which
 * it can be killed and the bugs that can be planted. The platform's classes call it, as {@code Doctored} rewrites them;
 * they know nothing of it themselves. Start at {@link org.waymark.faults.within.FaultyService}.
 */
@NullMarked
package org.waymark.faults.within;

import org.jspecify.annotations.NullMarked;
