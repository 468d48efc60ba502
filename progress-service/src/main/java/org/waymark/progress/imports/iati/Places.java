package org.waymark.progress.imports.iati;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where an activity takes place, as far as it can be carried: IATI writes countries in two letters, we in three. */
final class Places {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String OECD_DAC_REGIONS = "1";

    private Places() {}

    static List<String> countries(Element activity, Notes notes) {
        var countries = new LinkedHashSet<String>();
        for (var element : activity.all("recipient-country")) {
            var code = element.attribute("code");
            if (code != null && COUNTRIES.contains(code.toUpperCase(Locale.ROOT))) {
                countries.add(Locale.of("", code).getISO3Country());
            } else {
                notes.add(element, "recipient-country " + Notes.quote(code), "it is no country code of ISO 3166-1");
            }
        }
        return List.copyOf(countries);
    }

    static void noteRegions(Element activity, Notes notes) {
        var seen = new HashSet<String>();
        for (var element : activity.all("recipient-region")) {
            var region = "region " + element.attribute("code", "without a code") + " of vocabulary "
                    + element.attribute("vocabulary", OECD_DAC_REGIONS);
            if (seen.add(region)) {
                notes.add(element, region, "regions are not carried over yet");
            }
        }
    }
}
