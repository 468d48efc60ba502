/**
 * Where requests come in, alike in every service: who calls, what is refused and how that is said, limits. No business
 * word belongs here.
 */
@NullMarked
package org.waymark.edge;

import org.jspecify.annotations.NullMarked;
