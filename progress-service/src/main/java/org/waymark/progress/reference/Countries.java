package org.waymark.progress.reference;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.progress.reference.M49.Area;

/** The countries and areas of ISO 3166-1, by their alpha-3 codes. */
public final class Countries {

    private static final Set<String> ALPHA_3 =
            M49.AREAS.stream().map(Area::alpha3).collect(toUnmodifiableSet());
    private static final Map<String, String> BY_ALPHA_2 =
            M49.AREAS.stream().collect(toUnmodifiableMap(Area::alpha2, Area::alpha3));

    private Countries() {}

    /** Every alpha-3 code. */
    public static Set<String> all() {
        return ALPHA_3;
    }

    /** Whether it is an alpha-3 code, in capitals. */
    public static boolean isKnown(String alpha3) {
        return ALPHA_3.contains(alpha3);
    }

    /** The alpha-3 code of an alpha-2 code, in whatever case; empty where there is no such country. */
    public static Optional<String> ofAlpha2(String alpha2) {
        return Optional.ofNullable(BY_ALPHA_2.get(alpha2.toUpperCase(Locale.ROOT)));
    }
}
