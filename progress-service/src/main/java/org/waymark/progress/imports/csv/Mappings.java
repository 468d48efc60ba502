package org.waymark.progress.imports.csv;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.FileRefused;
import tools.jackson.databind.json.JsonMapper;

/** The mappings that are shipped, each a file of its name. */
public final class Mappings {

    static final List<Mapping> KNOWN = Stream.of("waymark", "ogp-action-plan", "beneficial-ownership")
            .map(Mappings::load)
            .toList();

    private static final Mapping OWN = KNOWN.getFirst();

    private Mappings() {}

    /** Waymark's own shape as an empty table, with the byte order mark that spreadsheets know UTF-8 by. */
    public static String template() {
        return "\uFEFF" + String.join(",", OWN.columns().keySet()) + "\r\n";
    }

    /**
     * The mapping of this name, or without one that which fits the header.
     *
     * @throws FileRefused where there is none, with the columns of those there are
     */
    static Mapping choose(@Nullable String name, Collection<String> header) {
        var named = KNOWN.stream()
                .filter(mapping -> name == null || mapping.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new FileRefused(
                    1, "There is no mapping \"" + name + "\". Those there are, with their columns: " + known(KNOWN));
        }
        return named.stream()
                .filter(mapping -> mapping.fits(header))
                .findFirst()
                .orElseThrow(() -> new FileRefused(
                        1,
                        "The header names the columns " + String.join(", ", header)
                                + ", and not all that a mapping needs (marked with *): " + known(named)));
    }

    private static String known(List<Mapping> mappings) {
        return mappings.stream()
                .map(mapping -> mapping.name() + ": "
                        + mapping.columns().keySet().stream()
                                .map(column -> mapping.required().contains(column) ? column + "*" : column)
                                .collect(joining(", ")))
                .collect(joining("; ", "", "."));
    }

    private static Mapping load(String name) {
        try (InputStream in = Objects.requireNonNull(Mappings.class.getResourceAsStream(name + ".json"))) {
            return JsonMapper.shared().readValue(in, Mapping.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
