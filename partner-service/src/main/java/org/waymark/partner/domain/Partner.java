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
        @Nullable String orgId,
        PartnerStatus status) {

    public static final int LONGEST_NAME = 200;

    public Partner {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.ofField("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
    }

    /** Registered by the secretariat, which vouches for it. */
    public static PartnerEvent.Registered register(
            String name,
            @Nullable String acronym,
            @Nullable OrganisationType type,
            @Nullable Country country,
            @Nullable TimeZone timeZone,
            @Nullable String orgId) {
        Partner partner = new Partner(name, acronym, type, country, timeZone, orgId, PartnerStatus.ACTIVE);
        return new PartnerEvent.Registered(partner, Origin.REGISTERED);
    }

    /** Named by an import; it stays invited until the secretariat says otherwise. */
    public static PartnerEvent.Registered introduce(String name, @Nullable OrganisationType type, String orgId) {
        Partner partner = new Partner(name, null, type, null, null, orgId, PartnerStatus.INVITED);
        return new PartnerEvent.Registered(partner, Origin.IMPORT);
    }

    /** @throws Refusal where the partner cannot become that */
    public List<PartnerEvent> changeTo(Partner wanted) {
        if (!Objects.equals(orgId, wanted.orgId)) {
            throw Refusal.ofRule("org-id-is-fixed", "A partner's org-id cannot change: its id is made of it.");
        }
        if (wanted.status == PartnerStatus.INVITED && status != PartnerStatus.INVITED) {
            throw Refusal.ofRule(
                    "not-invited-again", "A partner that is " + status.word() + " cannot become invited again.");
        }
        return equals(wanted) ? List.of() : List.of(new PartnerEvent.Changed(wanted));
    }

    public Partner withName(String next) {
        return new Partner(next, acronym, type, country, timeZone, orgId, status);
    }

    public Partner withAcronym(@Nullable String next) {
        return new Partner(name, next, type, country, timeZone, orgId, status);
    }

    public Partner withType(@Nullable OrganisationType next) {
        return new Partner(name, acronym, next, country, timeZone, orgId, status);
    }

    public Partner withCountry(@Nullable Country next) {
        return new Partner(name, acronym, type, next, timeZone, orgId, status);
    }

    public Partner withTimeZone(@Nullable TimeZone next) {
        return new Partner(name, acronym, type, country, next, orgId, status);
    }

    public Partner withStatus(PartnerStatus next) {
        return new Partner(name, acronym, type, country, timeZone, orgId, next);
    }
}
