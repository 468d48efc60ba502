package org.waymark.partner.groups;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.ActionGroupEvent;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.partners.Partners;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Outcome;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;
import org.waymark.partner.wire.PublicEvents;
import org.waymark.platform.Uuids;

/** Creates, changes and finds action groups. */
public final class ActionGroups {

    private static final String DEFAULT_ID =
            Uuids.of("action-groups", "default").toString();

    private final Aggregates<ActionGroup> groups;
    private final Partners partners;

    ActionGroups(Aggregates<ActionGroup> groups, Partners partners) {
        this.groups = groups;
        this.partners = partners;
    }

    Stored<ActionGroup> create(Caller caller, @Nullable String key, String name, List<CoChair> coChairs) {
        ActionGroupEvent.Created created = Aggregates.orProblem(() -> ActionGroup.create(name, false, coChairs));
        requireKnown(coChairs);
        Sender sender = Requests.sender(caller, key, name, digested(coChairs));
        return groups.create(Requests.newId(caller, "action-groups", key), sender, () -> outcome(created));
    }

    /** Its name is taken from the setting only when it is made; afterwards it is changed like any other's. */
    void makeSureOfDefault(String name) {
        if (groups.find(DEFAULT_ID).isEmpty()) {
            Sender sender = new Sender("partner-service", null, Uuids.sha256("default"));
            groups.create(DEFAULT_ID, sender, () -> outcome(ActionGroup.create(name, true, List.of())));
        }
    }

    Stored<ActionGroup> rename(String id, @Nullable String ifMatch, Sender sender, String name) {
        return change(id, ifMatch, sender, group -> group.rename(name));
    }

    Stored<ActionGroup> appoint(String id, @Nullable String ifMatch, Sender sender, List<CoChair> coChairs) {
        requireKnown(coChairs);
        return change(id, ifMatch, sender, group -> group.appoint(coChairs));
    }

    /** @throws Problem 404 */
    public Stored<ActionGroup> get(String id) {
        return groups.get(id);
    }

    Page<Stored<ActionGroup>> page(@Nullable String cursor, int limit) {
        return groups.page(cursor, limit);
    }

    private Stored<ActionGroup> change(
            String id, @Nullable String ifMatch, Sender sender, Function<ActionGroup, List<ActionGroupEvent>> decide) {
        return groups.change(id, ifMatch, sender, before -> {
            List<ActionGroupEvent> events = decide.apply(before);
            ActionGroup after = events.isEmpty() ? before : events.getLast().group();
            return new Outcome<>(after, events.stream().map(PublicEvents::of).toList());
        });
    }

    private static Outcome<ActionGroup> outcome(ActionGroupEvent event) {
        return new Outcome<>(event.group(), List.of(PublicEvents.of(event)));
    }

    /** Of the values alone, so that no class shows in a digest that is kept. */
    static String digested(List<CoChair> coChairs) {
        return coChairs.stream()
                .map(coChair -> coChair.partner() + " " + coChair.from() + " " + coChair.to())
                .collect(Collectors.joining("\n"));
    }

    private void requireKnown(List<CoChair> coChairs) {
        List<String> named =
                coChairs.stream().map(coChair -> coChair.partner().toString()).toList();
        Set<String> known = partners.existing(named);
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                throw Problem.invalid("coChairs[" + i + "].partnerId", "There is no such partner.");
            }
        }
    }
}
