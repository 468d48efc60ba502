package org.waymark.progress.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the page says what is kept as codes, numbers and days. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> REASONS = Map.of(
            "self-assessment", "the partner's own assessment",
            "overdue", "a milestone is overdue",
            "slipped", "a milestone has slipped",
            "silent", "no update for a long time",
            "behind-linear-pace", "behind a steady pace");

    /** Where the United Nations (M49) use another short name than the platform's locale data. */
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

    private Words() {}

    /** {@code in-implementation} is "In implementation". */
    static String of(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A reason the page has no words for yet is still better than none. */
    static String reason(String code) {
        return REASONS.getOrDefault(code, code.replace('-', ' '));
    }

    /** The country's name in English; regions and unknown codes as they are. */
    static String country(String code) {
        String name = UN_NAMES.get(code);
        return name == null ? COUNTRIES.getOrDefault(code, code) : name;
    }

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static Time day(LocalDate day) {
        return new Time(day.toString(), DAY.format(day));
    }

    static Time moment(Instant instant) {
        return new Time(instant.toString(), MOMENT.format(instant));
    }

    static <T> @Nullable Time when(@Nullable T time, Function<T, Time> words) {
        return time == null ? null : words.apply(time);
    }

    /** Rounded down, so that 100% is said of what is complete only. */
    static Share share(@Nullable BigDecimal share) {
        if (share == null) {
            return new Share(null, "unknown");
        }
        int percent = share.movePointRight(2).setScale(0, RoundingMode.DOWN).intValueExact();
        return new Share(percent, percent + "%");
    }

    /** For machines and for people. */
    record Time(String iso, String words) {}

    /** {@code percent} is null where nothing is known. */
    record Share(@Nullable Integer percent, String words) {}
}
