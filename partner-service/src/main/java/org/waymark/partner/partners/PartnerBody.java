package org.waymark.partner.partners;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Standing;
import org.waymark.partner.store.Aggregates.Stored;

/**
 * A partner as anybody may read it.
 *
 * @param mergedInto the partner it turned out to be
 */
record PartnerBody(
        String id,
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
        @Nullable String mergedInto,
        long sequence) {

    static PartnerBody of(Stored<Partner> stored) {
        Partner partner = stored.value();
        Profile profile = partner.profile();
        Standing standing = partner.standing();
        return new PartnerBody(
                stored.id(),
                partner.name(),
                partner.acronym(),
                partner.type() == null ? null : partner.type().code(),
                partner.country() == null ? null : partner.country().alpha3(),
                partner.timeZone() == null ? null : partner.timeZone().name(),
                profile.names().isEmpty() ? null : profile.names(),
                profile.logo() == null ? null : profile.logo().address(),
                profile.website() == null ? null : profile.website().address(),
                partner.orgId(),
                standing.status().word(),
                standing.reason() == null ? null : standing.reason().word(),
                standing.mergedInto() == null ? null : standing.mergedInto().toString(),
                stored.sequence());
    }
}
