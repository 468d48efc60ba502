/**
 * What every kind of file is read with: values that may be numbers or words, notes on what was left out, and the refusal
 * of a file as a whole. Start at {@link org.waymark.progress.imports.reading.Skipped}.
 */
@NullMarked
package org.waymark.progress.imports.reading;

import org.jspecify.annotations.NullMarked;
