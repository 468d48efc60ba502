package org.waymark.partner.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.imports.Planned.Mapped;
import org.waymark.partner.imports.Planned.Outcome;

/** What is to be done with each row of a registry, from what stands; it changes nothing itself. */
final class Plan {

    private final String source;
    private final Set<String> standing;
    private final Map<String, String> idsByName;

    /**
     * @param source whose registry it is; its keys mean nothing in another
     * @param standing those of the rows' ids of which there is a partner
     * @param idsByName ids of all partners by their comparable names
     */
    Plan(String source, Set<String> standing, Map<String, String> idsByName) {
        this.source = source;
        this.standing = standing;
        this.idsByName = new HashMap<>(idsByName);
    }

    List<Planned> of(List<RegistryRow> rows) {
        List<Planned> planned = new ArrayList<>();
        for (RegistryRow row : rows) {
            planned.add(of(planned.size() + 1, row));
        }
        return planned;
    }

    private Planned of(int number, RegistryRow row) {
        String name = row.cleanName();
        String id = row.partnerId(source);
        if (name.isEmpty()) {
            return skipped(number, row, null, "The row has no name.");
        }
        if (name.length() > Partner.LONGEST_NAME) {
            return skipped(number, row, null, "The name is longer than " + Partner.LONGEST_NAME + " characters.");
        }
        if (standing.contains(id)) {
            return planned(number, row, Outcome.ALREADY_THERE, id, null);
        }
        String same = idsByName.putIfAbsent(RegistryRow.comparable(name), id);
        return same == null
                ? planned(number, row, Outcome.REGISTER, id, null)
                : skipped(number, row, same, "Another partner has this name: see partnerId.");
    }

    private static Planned skipped(int number, RegistryRow row, @Nullable String partnerId, String reason) {
        return planned(number, row, Outcome.SKIP, partnerId, reason);
    }

    private static Planned planned(
            int number, RegistryRow row, Outcome outcome, @Nullable String partnerId, @Nullable String reason) {
        OrganisationType type = TypeNames.of(row);
        Country country = CountryNames.of(row.country());
        return new Planned(
                number,
                row.cleanName(),
                outcome.word(),
                partnerId,
                reason,
                row.type() == null ? null : new Mapped(row.type(), type == null ? null : type.code()),
                row.country() == null ? null : new Mapped(row.country(), country == null ? null : country.alpha3()));
    }
}
