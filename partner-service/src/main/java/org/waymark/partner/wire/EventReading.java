package org.waymark.partner.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.AccessRevoked;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.ActionGroupEvent;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.Finding;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Origin;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.PartnerStatus;
import org.waymark.partner.domain.PathfinderCountry;
import org.waymark.partner.domain.PathfinderStage;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Research;
import org.waymark.partner.domain.Standing;
import org.waymark.partner.domain.StatusReason;
import org.waymark.partner.domain.TimeZone;
import org.waymark.partner.domain.WorkPlan;
import org.waymark.partner.domain.Workstream;
import org.waymark.partner.wire.PublicEvent.AccessWasRevoked;
import org.waymark.partner.wire.PublicEvent.ActionGroupChanged;
import org.waymark.partner.wire.PublicEvent.ActionGroupCreated;
import org.waymark.partner.wire.PublicEvent.PartnerChanged;
import org.waymark.partner.wire.PublicEvent.PartnerMerged;
import org.waymark.partner.wire.PublicEvent.PartnerRegistered;
import org.waymark.partner.wire.PublicEvent.PathfinderCountryRecorded;
import org.waymark.partner.wire.PublicEvent.PracticeShared;
import org.waymark.partner.wire.PublicEvent.ResearchQuestionShared;
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

    /** Whether the type tells of a Pathfinder Country. */
    public static boolean isOfPathfinder(String type) {
        return type.equals(PathfinderCountryRecorded.TYPE);
    }

    /** @throws RuntimeException where it is no such event */
    public static PathfinderCountry pathfinder(Event event) {
        PathfinderCountryRecorded e = read(event, PathfinderCountryRecorded.class);
        return new PathfinderCountry(
                new Country(e.country()),
                e.stages().stream()
                        .map(one -> new PathfinderCountry.Reached(PathfinderStage.of(one.stage()), one.on()))
                        .toList());
    }

    /** Whether the type tells of research of this kind. */
    public static boolean isOfResearch(Research.Kind kind, String type) {
        return type.equals(kind == Research.Kind.QUESTION ? ResearchQuestionShared.TYPE : PracticeShared.TYPE);
    }

    /** @throws RuntimeException where it is no such event */
    public static Research research(Event event) {
        if (event.type().equals(ResearchQuestionShared.TYPE)) {
            ResearchQuestionShared e = read(event, ResearchQuestionShared.class);
            return research(
                    Research.Kind.QUESTION,
                    e.partnerId(),
                    e.title(),
                    e.open(),
                    e.countries(),
                    e.commitments(),
                    e.findings());
        }
        PracticeShared e = read(event, PracticeShared.class);
        return research(
                Research.Kind.PRACTICE, e.partnerId(), e.title(), true, e.countries(), e.commitments(), e.findings());
    }

    private static Research research(
            Research.Kind kind,
            @Nullable String by,
            String title,
            boolean open,
            List<String> countries,
            List<UUID> commitments,
            List<PublicEvent.Link> findings) {
        return new Research(
                kind,
                by == null ? null : new PartnerId(UUID.fromString(by)),
                title,
                open,
                countries.stream().map(Country::new).toList(),
                commitments,
                findings.stream()
                        .map(one -> new Finding(one.title(), one.url()))
                        .toList());
    }

    /** Whether the type tells of access that was taken back. */
    public static boolean isOfAccess(String type) {
        return type.equals(AccessWasRevoked.TYPE);
    }

    /** @throws RuntimeException where it is no such event */
    public static AccessRevoked access(Event event) {
        return new AccessRevoked(read(event, AccessWasRevoked.class).issuedUntil());
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
                yield new ActionGroupEvent.Created(
                        group(e.name(), e.isDefault(), e.seats(), e.coChairs(), e.workstreams()));
            }
            case ActionGroupChanged.TYPE -> {
                ActionGroupChanged e = read(event, ActionGroupChanged.class);
                yield new ActionGroupEvent.Changed(
                        group(e.name(), e.isDefault(), e.seats(), e.coChairs(), e.workstreams()));
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

    private static ActionGroup group(
            String name,
            boolean isDefault,
            @Nullable Integer seats,
            List<PublicEvent.Term> terms,
            @Nullable List<PublicEvent.Stream> streams) {
        return new ActionGroup(
                name,
                isDefault,
                seats == null ? ActionGroup.USUAL_SEATS : seats,
                terms.stream()
                        .map(term ->
                                new CoChair(new PartnerId(UUID.fromString(term.partnerId())), term.from(), term.to()))
                        .toList(),
                streams == null
                        ? List.of()
                        : streams.stream().map(EventReading::workstream).toList());
    }

    private static Workstream workstream(PublicEvent.Stream stream) {
        return new Workstream(
                stream.id(),
                stream.name(),
                stream.plans().stream()
                        .map(plan -> new WorkPlan(plan.year(), plan.title(), plan.url()))
                        .toList());
    }

    private static <T> T read(Event event, Class<T> type) {
        return JSON.readValue(event.data(), type);
    }

    private static IllegalArgumentException unknown(Event event) {
        return new IllegalArgumentException("this version does not know " + event.type());
    }
}
