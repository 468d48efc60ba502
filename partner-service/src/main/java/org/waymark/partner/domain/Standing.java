package org.waymark.partner.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands in the alliance, and why it takes part no more.
 *
 * @param reason of a suspension or withdrawal; null otherwise, and where it happened before reasons were asked for
 * @param mergedInto the partner it turned out to be; null unless it was merged
 */
public record Standing(
        PartnerStatus status,
        @Nullable StatusReason reason,
        @Nullable PartnerId mergedInto) {

    public static Standing of(PartnerStatus status) {
        return new Standing(status, null, null);
    }

    static Standing mergedInto(PartnerId survivor) {
        return new Standing(PartnerStatus.WITHDRAWN, StatusReason.MERGED, survivor);
    }

    /** As it is asked to be; what may follow what, {@link #requireMayBecome} says. */
    public Standing asked(@Nullable PartnerStatus wanted, @Nullable StatusReason why) {
        PartnerStatus next = wanted == null ? status : wanted;
        if (next.mayAct()) {
            if (why != null) {
                throw Refusal.ofField("statusReason", "A reason is given for a suspension or a withdrawal only.");
            }
            return next == status ? this : of(next);
        }
        if (next == status && why == null) {
            return this;
        }
        return new Standing(next, why == null ? StatusReason.NOT_STATED : why, mergedInto);
    }

    /** @throws Refusal where that cannot follow */
    void requireMayBecome(PartnerStatus next) {
        if (next == PartnerStatus.INVITED && status != PartnerStatus.INVITED) {
            throw Refusal.ofRule(
                    "not-invited-again", "A partner that is " + status.word() + " cannot become invited again.");
        }
        if (!status.mayBecome(next)) {
            throw Refusal.ofRule(
                    "status-cannot-follow",
                    "A partner that is " + status.word() + " cannot become " + next.word() + ".");
        }
    }
}
