package org.waymark.prove;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of the command line, two for each option. */
final class Options {

    private static final Set<String> NAMES =
            Set.of("--as-of", "--known-at", "--progress", "--kafka", "--patience", "--save", "--compare");

    private Options() {}

    /** What was written makes no sense; the message says why. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    static Settings read(String[] words, Map<String, String> environment) {
        Settings settings = defaults(environment);
        List<LocalDate> asOf = new ArrayList<>();
        List<LocalDate> knownAt = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!NAMES.contains(words[i])) {
                throw new Refused("Unknown option " + words[i] + ": try --help.");
            }
            if (i + 1 == words.length) {
                throw new Refused(words[i] + " needs a word behind it: try --help.");
            }
            String word = words[i + 1];
            switch (words[i]) {
                case "--as-of" -> asOf.add(date(word));
                case "--known-at" -> knownAt.add(date(word));
                default -> settings = with(settings, words[i], word);
            }
        }
        return settings.on(asOf, knownAt);
    }

    private static Settings with(Settings settings, String option, String word) {
        return switch (option) {
            case "--progress" -> at(settings, uri(word), settings.kafka());
            case "--kafka" -> at(settings, settings.progress(), word);
            case "--patience" -> settings.within(Duration.ofSeconds(number(word)));
            case "--save" -> settings.saving(Path.of(word));
            case "--compare" -> settings.comparing(Path.of(word));
            default -> throw new IllegalArgumentException(option);
        };
    }

    private static Settings defaults(Map<String, String> environment) {
        return new Settings(
                uri("http://localhost:" + environment.getOrDefault("WAYMARK_PROGRESS_PORT", "8080")),
                "localhost:" + environment.getOrDefault("WAYMARK_KAFKA_PORT", "9092"));
    }

    private static Settings at(Settings settings, URI progress, String kafka) {
        return new Settings(
                progress,
                kafka,
                settings.asOf(),
                settings.knownAt(),
                settings.patience(),
                settings.save(),
                settings.compare(),
                settings.clock());
    }

    private static URI uri(String word) {
        if (!word.matches("https?://[^/?#]+(/[^?#]*)?")) {
            throw new Refused(word + " is no address such as http://localhost:8080.");
        }
        return URI.create(word.replaceAll("/+$", ""));
    }

    private static int number(String word) {
        try {
            return Integer.parseUnsignedInt(word);
        } catch (NumberFormatException e) {
            throw new Refused(word + " is no number of seconds.");
        }
    }

    private static LocalDate date(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException e) {
            throw new Refused(word + " is no date such as 2026-10-31.");
        }
    }
}
