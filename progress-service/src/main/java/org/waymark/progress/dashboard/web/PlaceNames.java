package org.waymark.progress.dashboard.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What places are called in English, after the United Nations' list (M49, https://unstats.un.org/unsd/methodology/m49/). */
final class PlaceNames {

    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("001", "World"),
            Map.entry("002", "Africa"),
            Map.entry("015", "Northern Africa"),
            Map.entry("202", "Sub-Saharan Africa"),
            Map.entry("014", "Eastern Africa"),
            Map.entry("017", "Middle Africa"),
            Map.entry("018", "Southern Africa"),
            Map.entry("011", "Western Africa"),
            Map.entry("019", "Americas"),
            Map.entry("419", "Latin America and the Caribbean"),
            Map.entry("029", "Caribbean"),
            Map.entry("013", "Central America"),
            Map.entry("005", "South America"),
            Map.entry("021", "Northern America"),
            Map.entry("142", "Asia"),
            Map.entry("143", "Central Asia"),
            Map.entry("030", "Eastern Asia"),
            Map.entry("035", "South-eastern Asia"),
            Map.entry("034", "Southern Asia"),
            Map.entry("145", "Western Asia"),
            Map.entry("150", "Europe"),
            Map.entry("151", "Eastern Europe"),
            Map.entry("154", "Northern Europe"),
            Map.entry("039", "Southern Europe"),
            Map.entry("155", "Western Europe"),
            Map.entry("009", "Oceania"),
            Map.entry("053", "Australia and New Zealand"),
            Map.entry("054", "Melanesia"),
            Map.entry("057", "Micronesia"),
            Map.entry("061", "Polynesia"));

    /** Where the United Nations use another short name than the platform's locale data. */
    private static final Map<String, String> UN_NAMES = Map.ofEntries(
            Map.entry("BOL", "Bolivia (Plurinational State of)"),
            Map.entry("COD", "Democratic Republic of the Congo"),
            Map.entry("COG", "Congo"),
            Map.entry("CPV", "Cabo Verde"),
            Map.entry("IRN", "Iran (Islamic Republic of)"),
            Map.entry("KOR", "Republic of Korea"),
            Map.entry("LAO", "Lao People's Democratic Republic"),
            Map.entry("MDA", "Republic of Moldova"),
            Map.entry("MMR", "Myanmar"),
            Map.entry("PRK", "Democratic People's Republic of Korea"),
            Map.entry("PSE", "State of Palestine"),
            Map.entry("RUS", "Russian Federation"),
            Map.entry("SYR", "Syrian Arab Republic"),
            Map.entry("TZA", "United Republic of Tanzania"),
            Map.entry("VEN", "Venezuela (Bolivarian Republic of)"),
            Map.entry("VNM", "Viet Nam"));

    private static final Map<String, String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .map(code -> Locale.of("", code))
            .collect(Collectors.toMap(Locale::getISO3Country, country -> country.getDisplayCountry(Locale.ENGLISH)));

    private PlaceNames() {}

    /** Unknown codes as they are. */
    static String country(String code) {
        String name = UN_NAMES.get(code);
        return name == null ? COUNTRIES.getOrDefault(code, code) : name;
    }

    /** Unknown codes as they are. */
    static String region(String code) {
        return REGIONS.getOrDefault(code, code);
    }
}
