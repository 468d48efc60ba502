package org.waymark.partner.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An organization that takes part, as it stands.
 *
 * @param timeZone in which its days begin and end; without one they are days in UTC
 * @param orgId identifier by org-id.guide, such as XM-DAC-47066; the partner's id is derived from it, so it never changes
 */
public record Partner(
        String name,
        @Nullable String acronym,
        @Nullable OrganisationType type,
        @Nullable Country country,
        @Nullable TimeZone timeZone,
        Profile profile,
        @Nullable String orgId,
        Standing standing) {

    public static final int LONGEST_NAME = 200;

    public Partner {
        name = Texts.stripped("name", "A name", name, LONGEST_NAME);
    }

    /** Registered by the secretariat, which vouches for it. */
    public static PartnerEvent.Registered register(
            String name,
            @Nullable String acronym,
            @Nullable OrganisationType type,
            @Nullable Country country,
            @Nullable TimeZone timeZone,
            @Nullable String orgId) {
        Standing active = Standing.of(PartnerStatus.ACTIVE);
        Partner partner = new Partner(name, acronym, type, country, timeZone, Profile.NONE, orgId, active);
        return new PartnerEvent.Registered(partner, Origin.REGISTERED);
    }

    /** Named by an import; it stays invited until the secretariat says otherwise. */
    public static PartnerEvent.Registered introduce(String name, @Nullable OrganisationType type, String orgId) {
        Standing invited = Standing.of(PartnerStatus.INVITED);
        Partner partner = new Partner(name, null, type, null, null, Profile.NONE, orgId, invited);
        return new PartnerEvent.Registered(partner, Origin.IMPORT);
    }

    /** From a registry; it stays invited until the secretariat says otherwise. */
    public static Partner listed(
            String name, @Nullable OrganisationType type, @Nullable Country country, Profile profile) {
        return new Partner(name, null, type, country, null, profile, null, Standing.of(PartnerStatus.INVITED));
    }

    /** @throws Refusal where the partner cannot become that */
    public List<PartnerEvent> changeTo(Partner wanted) {
        if (!Objects.equals(orgId, wanted.orgId)) {
            throw Refusal.ofRule("org-id-is-fixed", "A partner's org-id cannot change: its id is made of it.");
        }
        if (equals(wanted)) {
            return List.of();
        }
        requireNotMerged();
        standing.requireMayBecome(wanted.status());
        return List.of(new PartnerEvent.Changed(wanted));
    }

    /**
     * @param survivor where the one it is to be merged into leads, if that was merged itself
     * @throws Refusal where it was merged into another, or would end up as its own survivor
     */
    public List<PartnerEvent> mergeInto(PartnerId own, PartnerId survivor, Partner survivorAsItStands) {
        if (survivor.equals(standing.mergedInto())) {
            return List.of();
        }
        if (survivor.equals(own)) {
            throw Refusal.ofRule("merge-ring", "The other one has been merged into this one, or is this one.");
        }
        requireNotMerged();
        if (!survivorAsItStands.status().mayAct()) {
            throw Refusal.ofRule(
                    "survivor-cannot-act",
                    "The partner to merge into is "
                            + survivorAsItStands.status().word() + ".");
        }
        return List.of(new PartnerEvent.Merged(withStanding(Standing.mergedInto(survivor)), survivor));
    }

    private void requireNotMerged() {
        if (standing.mergedInto() != null) {
            throw Refusal.ofRule("merged", "This partner was merged into " + standing.mergedInto() + ".");
        }
    }

    public PartnerStatus status() {
        return standing.status();
    }

    public Partner withName(String next) {
        return new Partner(next, acronym, type, country, timeZone, profile, orgId, standing);
    }

    public Partner withAcronym(@Nullable String next) {
        return new Partner(name, next, type, country, timeZone, profile, orgId, standing);
    }

    public Partner withType(@Nullable OrganisationType next) {
        return new Partner(name, acronym, next, country, timeZone, profile, orgId, standing);
    }

    public Partner withCountry(@Nullable Country next) {
        return new Partner(name, acronym, type, next, timeZone, profile, orgId, standing);
    }

    public Partner withTimeZone(@Nullable TimeZone next) {
        return new Partner(name, acronym, type, country, next, profile, orgId, standing);
    }

    public Partner withProfile(Profile next) {
        return new Partner(name, acronym, type, country, timeZone, next, orgId, standing);
    }

    public Partner withStatus(PartnerStatus next) {
        return withStanding(Standing.of(next));
    }

    public Partner withStanding(Standing next) {
        return new Partner(name, acronym, type, country, timeZone, profile, orgId, next);
    }
}
