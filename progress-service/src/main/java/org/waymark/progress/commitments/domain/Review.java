package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An update that may still be verified or returned.
 *
 * @param author whose organization never reviews it
 * @param revision 1 as first submitted, one more each time it is resubmitted
 * @param effective the day it speaks of, unless a later revision names another
 * @param answered whether the author has replied to the return
 */
public record Review(
        UpdateId update, PartnerId author, int revision, State state, boolean answered, LocalDate effective) {

    /**
     * A commitment keeps so many, the newest; an older one can no longer be reviewed. Without such a bound a commitment
     * that nobody reviews would grow with every update.
     */
    public static final int KEPT = 50;

    /** Whose turn it is. */
    public enum State {
        /** The reviewer's. */
        SUBMITTED,
        /** The author's. */
        RETURNED
    }

    static Review of(UpdateId update, PartnerId author, LocalDate effective) {
        return new Review(update, author, 1, State.SUBMITTED, false, effective);
    }

    Review returned() {
        return new Review(update, author, revision, State.RETURNED, false, effective);
    }

    Review answer() {
        return new Review(update, author, revision, state, true, effective);
    }

    Review resubmitted(int next, LocalDate day) {
        return new Review(update, author, next, State.SUBMITTED, false, day);
    }

    static List<Review> with(List<Review> standing, Review added) {
        List<Review> all = new ArrayList<>(standing);
        all.add(added);
        return all.size() > KEPT ? all.subList(all.size() - KEPT, all.size()) : all;
    }
}
