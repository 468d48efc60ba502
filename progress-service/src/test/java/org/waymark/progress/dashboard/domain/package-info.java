/** The folds in sentences, and the totals against counting; start with {@link CardFixture}. */
@NullMarked
package org.waymark.progress.dashboard.domain;

import org.jspecify.annotations.NullMarked;
