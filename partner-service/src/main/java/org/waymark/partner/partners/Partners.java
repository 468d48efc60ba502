package org.waymark.partner.partners;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.Requests;
import org.waymark.partner.Rights;
import org.waymark.partner.domain.Origin;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Outcome;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;
import org.waymark.partner.wire.PublicEvent;
import org.waymark.partner.wire.PublicEvents;
import org.waymark.platform.Uuids;

/** Registers, introduces, changes and finds partners. */
public final class Partners {

    private final Aggregates<Partner> partners;

    Partners(Aggregates<Partner> partners) {
        this.partners = partners;
    }

    /** One with an org-id has one id wherever it is named first. */
    static String idOf(String orgId) {
        return Uuids.of("partners", orgId).toString();
    }

    Stored<Partner> register(Caller caller, @Nullable String key, PartnerEvent.Registered registered) {
        Partner partner = registered.partner();
        String orgId = partner.orgId();
        String id = orgId == null ? Requests.newId(caller, "partners", key) : idOf(orgId);
        Sender sender = Requests.sender(caller, key, Digests.digested(partner));
        try {
            return partners.create(id, sender, () -> outcome(registered));
        } catch (Problem problem) {
            throw orgId != null && isOtherBody(problem) ? taken(id) : problem;
        }
    }

    /**
     * Makes it an invited partner, unless it stands; how it stands is then left as it is.
     *
     * @param traceparent of the event that names it
     */
    public void introduce(String orgId, PartnerEvent.Registered introduced, @Nullable String traceparent) {
        Sender sender = new Sender("introductions", null, Digests.body(introduced), traceparent);
        createUnlessItStands(idOf(orgId), sender, introduced);
    }

    /** Makes it a partner, as a registry lists it, unless it stands; how it stands is then left as it is. */
    public void list(Caller caller, String id, Partner listed) {
        PartnerEvent.Registered registered = new PartnerEvent.Registered(listed, Origin.IMPORT);
        createUnlessItStands(id, new Sender(caller.client(), null, Digests.body(registered)), registered);
    }

    private void createUnlessItStands(String id, Sender sender, PartnerEvent.Registered registered) {
        try {
            partners.create(id, sender, () -> outcome(registered));
        } catch (Problem problem) {
            if (!isOtherBody(problem)) {
                throw problem;
            }
        }
    }

    Stored<Partner> change(
            Caller caller, String id, @Nullable String ifMatch, Sender sender, UnaryOperator<Partner> change) {
        Rights.mayChangePartner(caller, id);
        return partners.change(id, ifMatch, sender, before -> {
            Partner wanted = change.apply(before);
            Rights.mayBecome(caller, before, wanted);
            return new Outcome<>(wanted, published(before.changeTo(wanted)));
        });
    }

    public Optional<Partner> find(String id) {
        return partners.find(id).map(Stored::value);
    }

    /** @throws Problem 404 */
    public Stored<Partner> get(String id) {
        return partners.get(id);
    }

    public Set<String> existing(Collection<String> ids) {
        return partners.existing(ids);
    }

    /** With their ids, in no order. */
    public void forEach(BiConsumer<String, Partner> each) {
        String cursor = null;
        do {
            Page<Stored<Partner>> page = partners.page(cursor, Page.LARGEST);
            page.items().forEach(found -> each.accept(found.id(), found.value()));
            cursor = page.next();
        } while (cursor != null);
    }

    Page<Stored<Partner>> page(@Nullable String cursor, int limit) {
        return partners.page(cursor, limit);
    }

    private static Outcome<Partner> outcome(PartnerEvent event) {
        return new Outcome<>(event.partner(), published(List.of(event)));
    }

    static List<PublicEvent> published(List<PartnerEvent> events) {
        return events.stream().map(PublicEvents::of).toList();
    }

    private static boolean isOtherBody(Problem problem) {
        return problem.type().equals("key-reused");
    }

    private static Problem taken(String id) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "org-id-taken",
                "A partner with this org-id stands already, with other facts: read it at /api/partners/" + id
                        + " and change it there.");
    }
}
