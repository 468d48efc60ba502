package org.waymark.partner.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.PartnerStatus;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Standing;
import org.waymark.partner.domain.StatusReason;
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
                profile(state),
                state.getString("orgId"),
                standing(state));
    }

    private static Profile profile(Document state) {
        Map<String, String> names = new TreeMap<>();
        state.getList("names", Document.class, List.of())
                .forEach(name -> names.put(name.getString("language"), name.getString("name")));
        return Profile.of(names, state.getString("logo"), state.getString("website"));
    }

    private static Standing standing(Document state) {
        return new Standing(
                PartnerStatus.of(state.getString("status")),
                Optional.ofNullable(state.getString("statusReason"))
                        .map(StatusReason::of)
                        .orElse(null),
                Optional.ofNullable(state.getString("mergedInto"))
                        .map(id -> new PartnerId(UUID.fromString(id)))
                        .orElse(null));
    }

    @Override
    public Document write(Partner partner) {
        Document state = new Document("name", partner.name());
        append(state, "acronym", partner.acronym());
        append(state, "type", partner.type() == null ? null : partner.type().code());
        append(
                state,
                "country",
                partner.country() == null ? null : partner.country().alpha3());
        append(
                state,
                "timeZone",
                partner.timeZone() == null ? null : partner.timeZone().name());
        write(partner.profile(), state);
        append(state, "orgId", partner.orgId());
        Standing standing = partner.standing();
        state.append("status", standing.status().word());
        append(
                state,
                "statusReason",
                standing.reason() == null ? null : standing.reason().word());
        append(
                state,
                "mergedInto",
                standing.mergedInto() == null ? null : standing.mergedInto().toString());
        return state;
    }

    /** Names as rows, because a tag is no good name of a field. */
    private static void write(Profile profile, Document state) {
        if (!profile.names().isEmpty()) {
            List<Document> rows = new ArrayList<>();
            profile.names().forEach((tag, name) -> rows.add(new Document("language", tag).append("name", name)));
            state.append("names", rows);
        }
        append(state, "logo", profile.logo() == null ? null : profile.logo().address());
        append(
                state,
                "website",
                profile.website() == null ? null : profile.website().address());
    }

    private static void append(Document state, String field, @Nullable String value) {
        if (value != null) {
            state.append(field, value);
        }
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
                ? Digests.body(registered)
                : null;
    }
}
