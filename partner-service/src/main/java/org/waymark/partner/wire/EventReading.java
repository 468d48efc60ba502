package org.waymark.partner.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.ActionGroupEvent;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Origin;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.PartnerStatus;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Standing;
import org.waymark.partner.domain.StatusReason;
import org.waymark.partner.domain.TimeZone;
import org.waymark.partner.wire.PublicEvent.ActionGroupChanged;
import org.waymark.partner.wire.PublicEvent.ActionGroupCreated;
import org.waymark.partner.wire.PublicEvent.PartnerChanged;
import org.waymark.partner.wire.PublicEvent.PartnerMerged;
import org.waymark.partner.wire.PublicEvent.PartnerRegistered;
import org.waymark.platform.Event;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Back from what others read to what happened here, for a store that is older than the topic. Nothing is lost by it. */
public final class EventReading {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventReading() {}

    /** Whether the type tells of a partner. */
    public static boolean isOfPartner(String type) {
        return type.startsWith("org.waymark.partner.");
    }

    /** Whether the type tells of an action group. */
    public static boolean isOfGroup(String type) {
        return type.startsWith("org.waymark.action-group.");
    }

    /** @throws RuntimeException where it is no such event */
    public static PartnerEvent partner(Event event) {
        Facts facts = read(event, Facts.class);
        Partner partner = facts.partner();
        return switch (event.type()) {
            case PartnerRegistered.TYPE ->
                new PartnerEvent.Registered(partner, Origin.of(Objects.requireNonNull(facts.origin())));
            case PartnerChanged.TYPE -> new PartnerEvent.Changed(partner);
            case PartnerMerged.TYPE ->
                new PartnerEvent.Merged(
                        partner, Objects.requireNonNull(partner.standing().mergedInto()));
            default -> throw unknown(event);
        };
    }

    /** @throws RuntimeException where it is no such event */
    public static ActionGroupEvent group(Event event) {
        return switch (event.type()) {
            case ActionGroupCreated.TYPE -> {
                ActionGroupCreated e = read(event, ActionGroupCreated.class);
                yield new ActionGroupEvent.Created(group(e.name(), e.isDefault(), e.coChairs()));
            }
            case ActionGroupChanged.TYPE -> {
                ActionGroupChanged e = read(event, ActionGroupChanged.class);
                yield new ActionGroupEvent.Changed(group(e.name(), e.isDefault(), e.coChairs()));
            }
            default -> throw unknown(event);
        };
    }

    /** Of whichever event of a partner. */
    private record Facts(
            String name,
            @Nullable String acronym,
            @Nullable String type,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable Map<String, String> names,
            @Nullable String logo,
            @Nullable String website,
            @Nullable String orgId,
            String status,
            @Nullable String statusReason,
            @Nullable String origin,
            @Nullable String into) {

        Partner partner() {
            return new Partner(
                    name,
                    acronym,
                    type == null ? null : OrganisationType.of(type),
                    country == null ? null : new Country(country),
                    timeZone == null ? null : new TimeZone(timeZone),
                    Profile.of(names, logo, website),
                    orgId,
                    new Standing(
                            PartnerStatus.of(status),
                            statusReason == null ? null : StatusReason.of(statusReason),
                            into == null ? null : new PartnerId(UUID.fromString(into))));
        }
    }

    private static ActionGroup group(String name, boolean isDefault, List<PublicEvent.Term> terms) {
        return new ActionGroup(
                name,
                isDefault,
                terms.stream()
                        .map(term ->
                                new CoChair(new PartnerId(UUID.fromString(term.partnerId())), term.from(), term.to()))
                        .toList());
    }

    private static <T> T read(Event event, Class<T> type) {
        return JSON.readValue(event.data(), type);
    }

    private static IllegalArgumentException unknown(Event event) {
        return new IllegalArgumentException("this version does not know " + event.type());
    }
}
