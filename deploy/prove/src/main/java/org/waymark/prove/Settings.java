package org.waymark.prove;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run.
 *
 * @param progress where progress-service answers
 * @param kafka a broker, as {@code host:port}
 * @param asOf past days to ask for, besides today
 * @param knownAt by what was known at the end of these days, besides today and the day itself
 * @param patience how long to wait for a board that is catching up
 * @param save where to keep what the board says
 * @param compare what it said earlier
 * @param clock what day it is; days are days in UTC
 */
public record Settings(
        URI progress,
        String kafka,
        List<LocalDate> asOf,
        List<LocalDate> knownAt,
        Duration patience,
        @Nullable Path save,
        @Nullable Path compare,
        Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public Settings {
        asOf = List.copyOf(asOf);
        knownAt = List.copyOf(knownAt);
    }

    /** Today's figures, saved and compared with nothing. */
    public Settings(URI progress, String kafka) {
        this(progress, kafka, List.of(), List.of(), PATIENCE, null, null, Clock.systemUTC());
    }

    public Settings on(List<LocalDate> days, List<LocalDate> known) {
        return new Settings(progress, kafka, days, known, patience, save, compare, clock);
    }

    public Settings within(Duration longest) {
        return new Settings(progress, kafka, asOf, knownAt, longest, save, compare, clock);
    }

    public Settings at(Clock now) {
        return new Settings(progress, kafka, asOf, knownAt, patience, save, compare, now);
    }

    public Settings saving(@Nullable Path file) {
        return new Settings(progress, kafka, asOf, knownAt, patience, file, compare, clock);
    }

    public Settings comparing(@Nullable Path file) {
        return new Settings(progress, kafka, asOf, knownAt, patience, save, file, clock);
    }
}
