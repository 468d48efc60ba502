package org.waymark.progress.imports.csv;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.reference.Countries;

/** Countries as people write them: by a code, or by a name in English, French or Spanish. */
final class CountryNames {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("es"));
    private static final Map<String, String> BY_NAME = new HashMap<>();
    private static final Map<String, String> ENGLISH = new HashMap<>();

    static {
        for (var alpha2 : Locale.getISOCountries()) {
            Countries.ofAlpha2(alpha2).ifPresent(alpha3 -> {
                var country = Locale.of("", alpha2);
                ENGLISH.put(alpha3, country.getDisplayCountry(Locale.ENGLISH));
                LANGUAGES.forEach(language -> BY_NAME.put(plain(country.getDisplayCountry(language)), alpha3));
            });
        }
    }

    private CountryNames() {}

    /** Null where there is no such country. */
    static @Nullable String alpha3(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        return Countries.isKnown(code) ? code : Countries.ofAlpha2(code).orElse(BY_NAME.get(plain(text)));
    }

    static String english(String alpha3) {
        return ENGLISH.getOrDefault(alpha3, alpha3);
    }

    /** Without accents, capitals and what stands between words. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", "");
    }
}
