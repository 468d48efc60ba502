/** Stands for another service. */
@NullMarked
package org.waymark.testing.planted.stranger;

import org.jspecify.annotations.NullMarked;
