package org.waymark.partner.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.edge.Caller;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Refusal;
import org.waymark.partner.imports.Planned.Outcome;
import org.waymark.partner.partners.Partners;

/**
 * Makes invited partners of a registry's rows. Each is a partner by itself: where an import breaks off, the same import
 * again does the rest.
 */
@Service
class Imports {

    private final Partners partners;

    Imports(Partners partners) {
        this.partners = partners;
    }

    List<Planned> plan(String source, List<RegistryRow> rows) {
        Set<String> ids = rows.stream().map(row -> row.partnerId(source)).collect(Collectors.toSet());
        return new Plan(source, partners.existing(ids), idsByName()).of(rows);
    }

    List<Planned> run(Caller caller, String source, List<RegistryRow> rows) {
        List<Planned> planned = plan(source, rows);
        for (int i = 0; i < rows.size(); i++) {
            Planned one = planned.get(i);
            if (one.is(Outcome.REGISTER)) {
                partners.list(caller, rows.get(i).partnerId(source), listed(rows.get(i)));
            }
        }
        return planned;
    }

    private static Partner listed(RegistryRow row) {
        return Partner.listed(
                row.cleanName(), TypeNames.of(row), CountryNames.of(row.country()), profile(row.logo(), row.url()));
    }

    /** A link that is none is left out: it is no reason to leave the organization out. */
    private static Profile profile(@Nullable String logo, @Nullable String website) {
        Profile profile = Profile.NONE;
        try {
            profile = profile.withLogo(emptyIsNull(logo));
        } catch (Refusal refusal) {
            // stays without
        }
        try {
            return profile.withWebsite(emptyIsNull(website));
        } catch (Refusal refusal) {
            return profile;
        }
    }

    private static @Nullable String emptyIsNull(@Nullable String link) {
        String clean = RegistryRow.clean(link);
        return clean.isEmpty() ? null : clean;
    }

    private Map<String, String> idsByName() {
        Map<String, String> ids = new HashMap<>();
        partners.forEach((id, partner) -> ids.putIfAbsent(RegistryRow.comparable(partner.name()), id));
        return ids;
    }
}
