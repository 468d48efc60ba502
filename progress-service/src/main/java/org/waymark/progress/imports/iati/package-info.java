/**
 * Reads IATI activity files, because most partners already publish there what they promised and reached, and nobody
 * should type it in twice. Start at {@link IatiActivities}; {@link IatiEntry} is what comes out.
 *
 * <p>Pure: a stream goes in, records and reasons come out. What becomes of them (commands, levels, identifiers, limits
 * of the domain) is the caller's business. A file that cannot be trusted as a whole is {@linkplain org.waymark.progress.imports.reading.FileRefused refused};
 * a part that cannot be carried is {@linkplain org.waymark.progress.imports.reading.Skipped reported with its line}, and the rest goes on.
 *
 * <p>Read, following the <a href="https://iatistandard.org/en/iati-standard/203/activity-standard/">IATI 2.03 activity
 * standard</a>: {@code iati-identifier}, {@code reporting-org}, {@code title}, {@code description},
 * {@code activity-status}, {@code activity-scope}, {@code activity-date}, {@code recipient-country},
 * {@code recipient-region} (UN M49, and of OECD DAC what M49 has, too), {@code tag}, and {@code result} with its indicators,
 * baselines and periods, whose targets and actuals may be broken down by {@code dimension} and {@code location}. Everything else is passed over without a word: money, transactions, participating
 * organizations, sectors, documents, comments, references, and elements of other namespaces.
 *
 * <p>A value broken down is a part and never taken for the whole where there are several; parts overlap, so they are
 * never added up either. SDG goals (tag vocabulary 2) are passed over: a commitment names targets, and a goal does not
 * say which of its targets is meant.
 */
@NullMarked
package org.waymark.progress.imports.iati;

import org.jspecify.annotations.NullMarked;
