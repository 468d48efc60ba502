/**
 * Lists that others keep and everybody's data is checked against: countries (ISO 3166-1), regions (UN M49) and SDG
 * targets. Static tables of bare codes that change with a release of Waymark, never while it runs, so that the same
 * events always give the same totals. Start at {@link org.waymark.progress.reference.Regions}.
 */
@NullMarked
package org.waymark.progress.reference;

import org.jspecify.annotations.NullMarked;
