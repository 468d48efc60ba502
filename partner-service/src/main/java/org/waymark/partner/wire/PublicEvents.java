package org.waymark.partner.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.AccessRevoked;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.ActionGroupEvent;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.Link;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Origin;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.PathfinderCountry;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Research;
import org.waymark.partner.domain.StatusReason;
import org.waymark.partner.domain.TimeZone;
import org.waymark.partner.domain.Workstream;
import org.waymark.partner.wire.PublicEvent.Plan;
import org.waymark.partner.wire.PublicEvent.Stream;
import org.waymark.partner.wire.PublicEvent.Term;
import tools.jackson.databind.json.JsonMapper;

/** From what happened here to what others read of it. */
public final class PublicEvents {

    /** Of its own, so that no setting of the HTTP side changes what is on the wire. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private PublicEvents() {}

    public static PublicEvent of(PartnerEvent event) {
        Partner partner = event.partner();
        return switch (event) {
            case PartnerEvent.Registered registered -> registered(partner, registered.origin());
            case PartnerEvent.Changed changed -> changed(partner);
            case PartnerEvent.Merged merged -> merged(partner, merged.into());
        };
    }

    private static PublicEvent registered(Partner partner, Origin origin) {
        return new PublicEvent.PartnerRegistered(
                partner.name(),
                partner.acronym(),
                code(partner.type()),
                code(partner.country()),
                name(partner.timeZone()),
                names(partner.profile()),
                address(partner.profile().logo()),
                address(partner.profile().website()),
                partner.orgId(),
                partner.status().word(),
                origin.word());
    }

    private static PublicEvent changed(Partner partner) {
        StatusReason reason = partner.standing().reason();
        return new PublicEvent.PartnerChanged(
                partner.name(),
                partner.acronym(),
                code(partner.type()),
                code(partner.country()),
                name(partner.timeZone()),
                names(partner.profile()),
                address(partner.profile().logo()),
                address(partner.profile().website()),
                partner.orgId(),
                partner.status().word(),
                reason == null ? null : reason.word());
    }

    private static PublicEvent merged(Partner partner, PartnerId into) {
        return new PublicEvent.PartnerMerged(
                partner.name(),
                partner.acronym(),
                code(partner.type()),
                code(partner.country()),
                name(partner.timeZone()),
                names(partner.profile()),
                address(partner.profile().logo()),
                address(partner.profile().website()),
                partner.orgId(),
                partner.status().word(),
                StatusReason.MERGED.word(),
                into.toString());
    }

    public static PublicEvent of(ActionGroupEvent event) {
        ActionGroup group = event.group();
        return switch (event) {
            case ActionGroupEvent.Created created ->
                new PublicEvent.ActionGroupCreated(
                        group.name(), group.isDefault(), seats(group), terms(group), streams(group));
            case ActionGroupEvent.Changed changed ->
                new PublicEvent.ActionGroupChanged(
                        group.name(), group.isDefault(), seats(group), terms(group), streams(group));
        };
    }

    public static PublicEvent of(PathfinderCountry pathfinder) {
        return new PublicEvent.PathfinderCountryRecorded(
                pathfinder.country().alpha3(),
                pathfinder.stage().stage().word(),
                pathfinder.stages().stream()
                        .map(one -> new PublicEvent.Reached(one.stage().word(), one.on()))
                        .toList());
    }

    public static PublicEvent of(Research research) {
        String by = research.by() == null ? null : research.by().toString();
        List<String> countries =
                research.countries().stream().map(Country::alpha3).toList();
        List<PublicEvent.Link> findings = research.findings().stream()
                .map(one -> new PublicEvent.Link(one.title(), one.url()))
                .toList();
        return switch (research.kind()) {
            case QUESTION ->
                new PublicEvent.ResearchQuestionShared(
                        by, research.title(), research.open(), countries, research.commitments(), findings);
            case PRACTICE ->
                new PublicEvent.PracticeShared(by, research.title(), countries, research.commitments(), findings);
        };
    }

    public static PublicEvent of(AccessRevoked revoked) {
        return new PublicEvent.AccessWasRevoked(revoked.issuedUntil());
    }

    /** JSON in UTF-8; done once, these bytes travel on. */
    public static byte[] serialize(PublicEvent event) {
        return JSON.writeValueAsBytes(event);
    }

    private static List<Term> terms(ActionGroup group) {
        return group.coChairs().stream()
                .map(coChair -> new Term(coChair.partner().toString(), coChair.from(), coChair.to()))
                .toList();
    }

    /** As usual, they are left out: so they were before there was a number of them. */
    private static @Nullable Integer seats(ActionGroup group) {
        return group.seats() == ActionGroup.USUAL_SEATS ? null : group.seats();
    }

    private static @Nullable List<Stream> streams(ActionGroup group) {
        return group.workstreams().isEmpty()
                ? null
                : group.workstreams().stream()
                        .map(one -> new Stream(one.id(), one.name(), plans(one)))
                        .toList();
    }

    private static List<Plan> plans(Workstream workstream) {
        return workstream.plans().stream()
                .map(plan -> new Plan(plan.year(), plan.title(), plan.url()))
                .toList();
    }

    private static @Nullable String code(@Nullable OrganisationType type) {
        return type == null ? null : type.code();
    }

    private static @Nullable String code(@Nullable Country country) {
        return country == null ? null : country.alpha3();
    }

    private static @Nullable String name(@Nullable TimeZone timeZone) {
        return timeZone == null ? null : timeZone.name();
    }

    private static @Nullable Map<String, String> names(Profile profile) {
        return profile.names().isEmpty() ? null : profile.names();
    }

    private static @Nullable String address(@Nullable Link link) {
        return link == null ? null : link.address();
    }
}
