package org.waymark.partner.domain;

import java.util.List;

/**
 * Partners working on one matter, led by co-chairs.
 *
 * @param isDefault whether commitments without a group belong to it; exactly one group does
 */
public record ActionGroup(String name, boolean isDefault, List<CoChair> coChairs) {

    public static final int LONGEST_NAME = 200;

    public ActionGroup {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.ofField("name", "A name has 1 to " + LONGEST_NAME + " characters.");
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

    public static ActionGroupEvent.Created create(String name, boolean isDefault, List<CoChair> coChairs) {
        return new ActionGroupEvent.Created(new ActionGroup(name, isDefault, coChairs));
    }

    public List<ActionGroupEvent> rename(String next) {
        return changeTo(new ActionGroup(next, isDefault, coChairs));
    }

    /** The whole list, terms of the past included: who led when is part of the record. */
    public List<ActionGroupEvent> appoint(List<CoChair> next) {
        return changeTo(new ActionGroup(name, isDefault, next));
    }

    private List<ActionGroupEvent> changeTo(ActionGroup wanted) {
        return equals(wanted) ? List.of() : List.of(new ActionGroupEvent.Changed(wanted));
    }
}
