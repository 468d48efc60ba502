/** The platform without servers: order, repetition and holes in sentences; and the fences round it. */
@NullMarked
package org.waymark.platform;

import org.jspecify.annotations.NullMarked;
