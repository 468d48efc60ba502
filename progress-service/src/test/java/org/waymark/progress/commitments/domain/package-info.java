/** The domain in sentences; start with {@link CommitmentFixture}. */
@NullMarked
package org.waymark.progress.commitments.domain;

import org.jspecify.annotations.NullMarked;
