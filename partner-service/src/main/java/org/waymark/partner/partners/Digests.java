package org.waymark.partner.partners;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.Origin;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.Profile;
import org.waymark.platform.Uuids;

/** By what a registration is known again. */
final class Digests {

    private Digests() {}

    /** A fact that came later counts only where it is there, so that who registered before it came is still the same. */
    static @Nullable Object[] digested(Partner partner) {
        List<@Nullable Object> facts = new ArrayList<>();
        facts.add(partner.name());
        facts.add(partner.acronym());
        facts.add(partner.type() == null ? null : partner.type().code());
        facts.add(partner.country() == null ? null : partner.country().alpha3());
        facts.add(partner.orgId());
        if (partner.timeZone() != null) {
            facts.add(partner.timeZone().name());
        }
        facts.addAll(digested(partner.profile()));
        return facts.toArray();
    }

    private static List<String> digested(Profile profile) {
        List<String> facts = new ArrayList<>();
        profile.names().forEach((tag, name) -> facts.add("name " + tag + " " + name));
        if (profile.logo() != null) {
            facts.add("logo " + profile.logo().address());
        }
        if (profile.website() != null) {
            facts.add("website " + profile.website().address());
        }
        return facts;
    }

    /** Of what is introduced the org-id alone counts: how it is named changes nothing. */
    static byte[] body(PartnerEvent.Registered registered) {
        Partner partner = registered.partner();
        return registered.origin() == Origin.IMPORT
                ? Uuids.sha256("introduction", String.valueOf(partner.orgId()))
                : Requests.digest(digested(partner));
    }
}
