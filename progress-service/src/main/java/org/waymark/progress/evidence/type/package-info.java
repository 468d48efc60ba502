/**
 * Tells by its content what kind of file somebody sends, while it streams past: what it is called and what it is said to
 * be must agree with that, and decide nothing. Only the kinds in {@link org.waymark.progress.evidence.type.FileType} are
 * taken; markup, scripts, programs, plain archives and documents with macros are not.
 *
 * <p>Nothing is ever unpacked: an office document is known by the list of parts at the end of its archive, so one that
 * would swell to terabytes costs no more than another. Start at {@link org.waymark.progress.evidence.type.TypeCheck}.
 */
@NullMarked
package org.waymark.progress.evidence.type;

import org.jspecify.annotations.NullMarked;
