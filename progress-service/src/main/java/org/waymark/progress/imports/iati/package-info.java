/**
 * Reads IATI activity files, because most partners already publish there what they promised and reached, and nobody
 * should type it in twice. Start at {@link IatiActivities}; {@link IatiEntry} is what comes out.
 *
 * <p>Pure: a stream goes in, records and reasons come out. What becomes of them (commands, levels, identifiers, limits
 * of the domain) is the caller's business. A file that cannot be trusted as a whole is {@linkplain IatiRefused refused};
 * a part that cannot be carried is {@linkplain Skipped reported with its line}, and the rest goes on.
 *
 * <p>Read, following the <a href="https://iatistandard.org/en/iati-standard/203/activity-standard/">IATI 2.03 activity
 * standard</a>: {@code iati-identifier}, {@code reporting-org}, {@code title}, {@code description},
 * {@code activity-status}, {@code activity-scope}, {@code activity-date}, {@code recipient-country},
 * {@code recipient-region} (only to say that it is not carried), {@code tag}, and {@code result} with its indicators,
 * baselines and periods. Everything else is passed over without a word: money, transactions, participating
 * organizations, sectors, documents, comments, references, and elements of other namespaces.
 *
 * <p>Of dimensions and locations only the presence is looked at, so that a part is not taken for the whole where a value
 * is given several times. SDG goals (tag vocabulary 2) are passed over: a commitment names targets, and a goal does not
 * say which of its targets is meant.
 */
@NullMarked
package org.waymark.progress.imports.iati;

import org.jspecify.annotations.NullMarked;
