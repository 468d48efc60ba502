package org.waymark.partner.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;

/** Countries by their English names: the everyday ones as the JDK has them, and those of the United Nations. */
final class CountryNames {

    /** The names that the UN uses (https://unstats.un.org/unsd/methodology/m49/) and the JDK does not, and former ones. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("Bolivia (Plurinational State of)", "BOL"),
            Map.entry("Brunei Darussalam", "BRN"),
            Map.entry("Cabo Verde", "CPV"),
            Map.entry("Congo", "COG"),
            Map.entry("Côte d'Ivoire", "CIV"),
            Map.entry("Czech Republic", "CZE"),
            Map.entry("Democratic People's Republic of Korea", "PRK"),
            Map.entry("Democratic Republic of the Congo", "COD"),
            Map.entry("Falkland Islands (Malvinas)", "FLK"),
            Map.entry("Holy See", "VAT"),
            Map.entry("Hong Kong", "HKG"),
            Map.entry("Iran (Islamic Republic of)", "IRN"),
            Map.entry("Lao People's Democratic Republic", "LAO"),
            Map.entry("Macao", "MAC"),
            Map.entry("Micronesia (Federated States of)", "FSM"),
            Map.entry("Myanmar", "MMR"),
            Map.entry("Palestine", "PSE"),
            Map.entry("Republic of Korea", "KOR"),
            Map.entry("Republic of Moldova", "MDA"),
            Map.entry("Russian Federation", "RUS"),
            Map.entry("State of Palestine", "PSE"),
            Map.entry("Swaziland", "SWZ"),
            Map.entry("Syrian Arab Republic", "SYR"),
            Map.entry("Turkey", "TUR"),
            Map.entry("United Kingdom of Great Britain and Northern Ireland", "GBR"),
            Map.entry("United Republic of Tanzania", "TZA"),
            Map.entry("United States of America", "USA"),
            Map.entry("Venezuela (Bolivarian Republic of)", "VEN"),
            Map.entry("Viet Nam", "VNM"));

    private static final Map<String, String> KNOWN = known();

    private CountryNames() {}

    static @Nullable Country of(@Nullable String name) {
        String alpha3 = KNOWN.get(comparable(RegistryRow.clean(name)));
        return alpha3 == null ? null : new Country(alpha3);
    }

    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            known.put(comparable(country.getDisplayCountry(Locale.ENGLISH)), country.getISO3Country());
        }
        OTHERS.forEach((name, alpha3) -> known.put(comparable(name), alpha3));
        return known;
    }

    private static String comparable(String name) {
        String comparable = RegistryRow.comparable(name).replace("&", "and").replace('’', '\'');
        return comparable.startsWith("the ") ? comparable.substring("the ".length()) : comparable;
    }
}
