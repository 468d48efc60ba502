/** Rules first, one small document each; then hostile files; then what publishers really write. */
@NullMarked
package org.waymark.progress.imports.iati;

import org.jspecify.annotations.NullMarked;
