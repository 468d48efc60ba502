package org.waymark.partner.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.OrganisationType;

/** What registries call kinds of organizations, as the IATI codelist OrganisationType has them. */
final class TypeNames {

    private static final Map<String, OrganisationType> KNOWN = Map.ofEntries(
            Map.entry("government", OrganisationType.GOVERNMENT),
            Map.entry("local government", OrganisationType.LOCAL_GOVERNMENT),
            Map.entry("other public sector", OrganisationType.OTHER_PUBLIC_SECTOR),
            Map.entry("ngo", OrganisationType.NATIONAL_NGO),
            Map.entry("non-governmental organization", OrganisationType.NATIONAL_NGO),
            Map.entry("non-governmental organisation", OrganisationType.NATIONAL_NGO),
            Map.entry("international ngo", OrganisationType.INTERNATIONAL_NGO),
            Map.entry("regional ngo", OrganisationType.REGIONAL_NGO),
            Map.entry("public-private partnership", OrganisationType.PUBLIC_PRIVATE_PARTNERSHIP),
            Map.entry("igo", OrganisationType.MULTILATERAL),
            Map.entry("intergovernmental organization", OrganisationType.MULTILATERAL),
            Map.entry("intergovernmental organisation", OrganisationType.MULTILATERAL),
            Map.entry("foundation", OrganisationType.FOUNDATION),
            Map.entry("private sector", OrganisationType.PRIVATE_SECTOR),
            Map.entry("academia", OrganisationType.ACADEMIC),
            Map.entry("academia and research", OrganisationType.ACADEMIC),
            Map.entry("other", OrganisationType.OTHER));

    private TypeNames() {}

    /** A registry that knows no more than "NGO" is asked where it works: everywhere is what makes it international. */
    static @Nullable OrganisationType of(RegistryRow row) {
        OrganisationType type = KNOWN.get(RegistryRow.comparable(RegistryRow.clean(row.type())));
        boolean isGlobal =
                RegistryRow.comparable(RegistryRow.clean(row.countryGroup())).equals("global");
        return type == OrganisationType.NATIONAL_NGO && isGlobal ? OrganisationType.INTERNATIONAL_NGO : type;
    }
}
