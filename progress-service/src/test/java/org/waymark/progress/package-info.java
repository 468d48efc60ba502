/** Tests of the whole service: its fences, and its mapper without it. */
@NullMarked
package org.waymark.progress;

import org.jspecify.annotations.NullMarked;
