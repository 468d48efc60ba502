package org.waymark.partner.introductions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is read here of {@code org.waymark.commitment.submitted.v1}. */
record CommitmentSubmitted(Lead lead) {

    CommitmentSubmitted {
        Objects.requireNonNull(lead, "a submitted commitment has a lead");
    }

    record Lead(
            @Nullable String orgId,
            @Nullable String name,
            @Nullable String type) {}
}
