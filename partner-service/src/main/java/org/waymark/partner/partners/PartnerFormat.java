package org.waymark.partner.partners;

import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerStatus;
import org.waymark.partner.domain.TimeZone;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.wire.EventReading;
import org.waymark.platform.Event;

/** A partner as the store has it; absent facts have no field. */
final class PartnerFormat implements Aggregates.Format<Partner> {

    @Override
    public Partner read(Document state) {
        return new Partner(
                state.getString("name"),
                state.getString("acronym"),
                Optional.ofNullable(state.getString("type"))
                        .map(OrganisationType::of)
                        .orElse(null),
                Optional.ofNullable(state.getString("country"))
                        .map(Country::new)
                        .orElse(null),
                Optional.ofNullable(state.getString("timeZone"))
                        .map(TimeZone::new)
                        .orElse(null),
                state.getString("orgId"),
                PartnerStatus.of(state.getString("status")));
    }

    @Override
    public Document write(Partner partner) {
        Document state = new Document("name", partner.name());
        if (partner.acronym() != null) {
            state.append("acronym", partner.acronym());
        }
        if (partner.type() != null) {
            state.append("type", partner.type().code());
        }
        if (partner.country() != null) {
            state.append("country", partner.country().alpha3());
        }
        if (partner.timeZone() != null) {
            state.append("timeZone", partner.timeZone().name());
        }
        if (partner.orgId() != null) {
            state.append("orgId", partner.orgId());
        }
        return state.append("status", partner.status().word());
    }

    @Override
    public boolean concerns(String type) {
        return EventReading.isOfPartner(type);
    }

    @Override
    public Partner after(Event event) {
        return EventReading.partner(event).partner();
    }

    @Override
    public byte @Nullable [] body(Event event) {
        return EventReading.partner(event) instanceof PartnerEvent.Registered registered
                ? Partners.body(registered)
                : null;
    }
}
