/** The folds, pure: events into cards, cards into net changes of totals, a card and a day into progress. */
@NullMarked
package org.waymark.progress.dashboard.domain;

import org.jspecify.annotations.NullMarked;
