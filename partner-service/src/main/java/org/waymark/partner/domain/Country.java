package org.waymark.partner.domain;

import java.util.Locale;
import java.util.Set;

/** A country by its ISO 3166-1 alpha-3 code. */
public record Country(String alpha3) {

    private static final Set<String> KNOWN = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    public Country {
        if (!KNOWN.contains(alpha3)) {
            throw Refusal.ofField("country", "This is no country code of ISO 3166-1 alpha-3, such as CHE.");
        }
    }
}
