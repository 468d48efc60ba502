package org.waymark.partner.research;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Caller;
import org.waymark.partner.Requests;
import org.waymark.partner.Rights;
import org.waymark.partner.domain.Research;
import org.waymark.partner.partners.Partners;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Outcome;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;
import org.waymark.partner.wire.PublicEvents;

/** Shares, changes and finds what is of one kind. */
final class ResearchAgenda {

    private final String resource;
    private final Aggregates<Research> shared;
    private final Partners partners;

    /** @param resource the last part of its path */
    ResearchAgenda(String resource, Aggregates<Research> shared, Partners partners) {
        this.resource = resource;
        this.shared = shared;
        this.partners = partners;
    }

    Stored<Research> share(Caller caller, @Nullable String key, Research asked) {
        requireActing(caller);
        Sender sender = Requests.sender(caller, key, digested(asked));
        return shared.create(Requests.newId(caller, resource, key), sender, () -> outcome(asked));
    }

    /** @throws org.waymark.edge.Problem 404 where another partner shares it */
    Stored<Research> change(
            Caller caller, String id, @Nullable String ifMatch, Sender sender, Function<Research, Research> change) {
        requireActing(caller);
        return shared.change(id, ifMatch, sender, before -> {
            Rights.mayChangeResearch(caller, before);
            Research after = change.apply(before);
            return before.equals(after) ? new Outcome<>(before, List.of()) : outcome(after);
        });
    }

    private void requireActing(Caller caller) {
        if (caller.organization() != null) {
            partners.find(caller.organization()).ifPresent(Rights::requireActing);
        }
    }

    Stored<Research> get(String id) {
        return shared.get(id);
    }

    Page<Stored<Research>> page(@Nullable String cursor, int limit) {
        return shared.page(cursor, limit);
    }

    private static Outcome<Research> outcome(Research after) {
        return new Outcome<>(after, List.of(PublicEvents.of(after)));
    }

    /** Of the values alone, so that no class shows in a digest that is kept. */
    private static @Nullable Object[] digested(Research asked) {
        return new @Nullable Object[] {
            asked.by(),
            asked.title(),
            asked.open(),
            asked.countries().stream().map(one -> one.alpha3()).toList(),
            asked.commitments(),
            asked.findings().stream().map(one -> one.title() + " " + one.url()).toList()
        };
    }
}
