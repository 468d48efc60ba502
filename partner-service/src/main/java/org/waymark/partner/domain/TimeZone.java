package org.waymark.partner.domain;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/**
 * A time zone by its name in the IANA Time Zone Database, such as America/El_Salvador, written as it is there. All names
 * of UTC become {@code UTC}. A mere offset is none: it knows no summer time.
 */
public record TimeZone(String name) {

    /**
     * By their names in whatever case, as no two differ by it alone (https://data.iana.org/time-zones/theory.html).
     */
    private static final Map<String, String> KNOWN = known();

    public TimeZone {
        String written = KNOWN.get(name);
        if (written == null) {
            throw Refusal.ofField(
                    "timeZone", "This is no time zone of the IANA Time Zone Database, such as America/El_Salvador.");
        }
        name = written;
    }

    private static Map<String, String> known() {
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : ZoneId.getAvailableZoneIds()) {
            // Java's own, which the database has not had since 2020.
            if (!name.startsWith("SystemV/")) {
                known.put(name, isUtc(name) ? "UTC" : name);
            }
        }
        return known;
    }

    private static boolean isUtc(String name) {
        return ZoneId.of(name).normalized().equals(ZoneOffset.UTC);
    }
}
