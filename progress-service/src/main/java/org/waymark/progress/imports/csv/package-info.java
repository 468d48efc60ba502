/**
 * Reads tables of commitments (CSV), because many partners keep theirs in a spreadsheet. A table has no standard shape:
 * a {@linkplain org.waymark.progress.imports.csv.Mapping mapping}, which is data, says which column is what. Start at
 * {@link org.waymark.progress.imports.csv.CsvCommitments}; {@link org.waymark.progress.imports.csv.CsvEntry} is what
 * comes out.
 *
 * <p>Pure, as the reading of IATI is: a stream goes in, records and reasons come out. Rows of one commitment stand
 * together, so that never more than one commitment is in memory. Nothing is guessed: a date is {@code 2026-12-31},
 * {@code 2026-12} or {@code 2026}, and {@code 31/12/2026} is left out with its reason.
 */
@NullMarked
package org.waymark.progress.imports.csv;

import org.jspecify.annotations.NullMarked;
