package org.waymark.partner.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Partners working on one matter, led by co-chairs.
 *
 * @param isDefault whether commitments without a group belong to it; exactly one group does
 * @param seats how many co-chairs it is to have at a time; {@link Seats} says which of them are vacant
 */
public record ActionGroup(
        String name, boolean isDefault, int seats, List<CoChair> coChairs, List<Workstream> workstreams) {

    public static final int LONGEST_NAME = 200;

    /** IOM and UNICEF, in the model case. */
    public static final int USUAL_SEATS = 2;

    private static final int MOST_SEATS = 10;

    public ActionGroup {
        name = Texts.stripped("name", "A name", name, LONGEST_NAME);
        if (seats < 1 || seats > MOST_SEATS) {
            throw Refusal.ofField("seats", "A group has 1 to " + MOST_SEATS + " seats for co-chairs.");
        }
        workstreams = List.copyOf(workstreams);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < workstreams.size(); i++) {
            if (!ids.add(workstreams.get(i).id())) {
                throw Refusal.ofField("workstreams[" + i + "].id", "Another workstream has this id.");
            }
        }
        coChairs = List.copyOf(coChairs);
        for (int i = 0; i < coChairs.size(); i++) {
            check(coChairs.get(i), i, coChairs.subList(0, i));
        }
    }

    private static void check(CoChair coChair, int index, List<CoChair> before) {
        if (coChair.endsBeforeItBegins()) {
            throw Refusal.ofField("coChairs[" + index + "].to", "A term cannot end before it begins.");
        }
        if (before.stream().anyMatch(coChair::overlaps)) {
            throw Refusal.ofField("coChairs[" + index + "].from", "This partner's terms overlap; give one term.");
        }
    }

    public static ActionGroupEvent.Created create(String name, boolean isDefault, int seats, List<CoChair> coChairs) {
        return new ActionGroupEvent.Created(new ActionGroup(name, isDefault, seats, coChairs, List.of()));
    }

    public List<ActionGroupEvent> describe(String nextName, int nextSeats) {
        return changeTo(new ActionGroup(nextName, isDefault, nextSeats, coChairs, workstreams));
    }

    /** The whole list, terms of the past included: who led when is part of the record. */
    public List<ActionGroupEvent> appoint(List<CoChair> next) {
        return changeTo(new ActionGroup(name, isDefault, seats, next, workstreams));
    }

    /** The whole list, with all plans. */
    public List<ActionGroupEvent> organize(List<Workstream> next) {
        return changeTo(new ActionGroup(name, isDefault, seats, coChairs, next));
    }

    private List<ActionGroupEvent> changeTo(ActionGroup wanted) {
        return equals(wanted) ? List.of() : List.of(new ActionGroupEvent.Changed(wanted));
    }
}
