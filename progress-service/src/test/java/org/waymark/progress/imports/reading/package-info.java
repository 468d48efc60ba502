/** Tells numbers from words. */
@NullMarked
package org.waymark.progress.imports.reading;

import org.jspecify.annotations.NullMarked;
