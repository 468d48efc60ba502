package org.waymark.progress.commitments;

import org.waymark.edge.Problem;
import org.waymark.progress.commitments.domain.Refusal;

/** The domain's refusals as problem documents. */
final class Refusals {

    private Refusals() {}

    /** Whether it was refused for who asks, not for what is asked. */
    static boolean isForWantOfAPart(Refusal refusal) {
        return refusal.kind() == Refusal.Kind.NOT_ALLOWED
                || (refusal.kind() == Refusal.Kind.NOT_YOURS
                        && refusal.subject().equals("commitment"));
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> Problem.invalid(refusal.subject(), refusal.sentence());
            case RULE -> Problem.conflict(refusal.subject(), refusal.sentence());
            case NOT_ALLOWED -> Problem.forbidden(refusal.sentence());
            case NOT_YOURS -> Problem.notFound(refusal.subject());
        };
    }
}
