package org.waymark.progress.commitments.domain;

/** Whose say is needed. Who has no part in a commitment at all is told that it is not there. */
final class Access {

    private Access() {}

    static void lead(Commitment commitment, Asker by) {
        if (!by.leads(commitment.promise())) {
            throw refused(commitment, by, "The lead partner does this.");
        }
    }

    static void partner(Commitment commitment, Asker by) {
        if (!by.takesPartIn(commitment.promise())) {
            throw refused(commitment, by, "The lead and supporting partners do this.");
        }
    }

    static void coChair(Commitment commitment, Asker by) {
        if (!by.chairs(commitment.promise())) {
            throw refused(commitment, by, "A co-chair of its action group does this, during its term.");
        }
    }

    static void leadOrCoChair(Commitment commitment, Asker by) {
        if (!by.leads(commitment.promise()) && !by.chairs(commitment.promise())) {
            throw refused(commitment, by, "The lead partner or a co-chair of its action group does this.");
        }
    }

    private static Refusal refused(Commitment commitment, Asker by, String sentence) {
        boolean known = by.takesPartIn(commitment.promise()) || by.chairs(commitment.promise());
        return known ? Refusal.notAllowed(sentence) : Refusal.notYours();
    }
}
