package org.waymark.progress.imports.iati;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.reference.Countries;

/** Where an activity takes place: IATI writes countries in two letters, we in three; regions are those of UN M49. */
final class Places {

    private static final String OECD_DAC = "1";
    private static final String UN_M49 = "2";

    private Places() {}

    static List<String> countries(Element activity, Notes notes) {
        var countries = new LinkedHashSet<String>();
        for (var element : activity.all("recipient-country")) {
            var code = element.attribute("code");
            Countries.ofAlpha2(code == null ? "" : code)
                    .ifPresentOrElse(
                            countries::add,
                            () -> notes.add(
                                    element,
                                    "recipient-country " + Quote.of(code),
                                    "it is no country code of ISO 3166-1"));
        }
        return List.copyOf(countries);
    }

    static List<String> regions(Element activity, Notes notes) {
        var regions = new LinkedHashSet<String>();
        var noted = new HashSet<String>();
        for (var element : activity.all("recipient-region")) {
            var vocabulary = element.attribute("vocabulary", OECD_DAC);
            var code = element.attribute("code", "without a code");
            var found = switch (vocabulary) {
                case OECD_DAC -> RegionCodes.ofDac(code);
                case UN_M49 -> RegionCodes.ofM49(code);
                default -> List.<String>of();
            };
            regions.addAll(found);
            var what = "region " + code + " of vocabulary " + vocabulary;
            if (found.isEmpty() && noted.add(what)) {
                notes.add(element, what, whyNot(vocabulary));
            }
        }
        return List.copyOf(regions);
    }

    private static String whyNot(String vocabulary) {
        return switch (vocabulary) {
            case OECD_DAC -> "no region of UN M49 is the same, and regions are kept by UN M49";
            case UN_M49 -> "it is no region of UN M49";
            default -> "it is none of UN M49 (vocabulary 2) or OECD DAC (vocabulary 1), and regions are kept by UN M49";
        };
    }
}
