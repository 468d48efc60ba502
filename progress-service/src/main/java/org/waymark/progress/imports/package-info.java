/**
 * Brings in what partners have published elsewhere, as ordinary commands: what is refused is listed with its line, what
 * was brought in before stays as it is. Start at {@link org.waymark.progress.imports.ImportService}.
 */
@NullMarked
package org.waymark.progress.imports;

import org.jspecify.annotations.NullMarked;
