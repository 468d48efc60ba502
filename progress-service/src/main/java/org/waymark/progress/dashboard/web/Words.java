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
            "slipped", "a milestone slipped more than once",
            "silent", "silent for a long time",
            "behind-pace", "an indicator is behind its pace",
            "evidence-missing", "a milestone is claimed without evidence");

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

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String times(long number) {
        return number == 1 ? "once" : count(number) + " times";
    }

    static String days(long number) {
        return count(number) + (number == 1 ? " day" : " days");
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
