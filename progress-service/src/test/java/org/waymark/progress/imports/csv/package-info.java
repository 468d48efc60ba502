/** Reads small tables, and where they are at hand those that others publish. */
@NullMarked
package org.waymark.progress.imports.csv;

import org.jspecify.annotations.NullMarked;
