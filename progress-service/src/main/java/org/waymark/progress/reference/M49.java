package org.waymark.progress.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table behind {@link Countries} and {@link Regions}, read once. */
final class M49 {

    private static final String NO_REGION = "-";

    /**
     * A country or area.
     *
     * @param regions all that hold it, from the world down
     */
    record Area(String alpha2, String alpha3, List<String> regions) {}

    static final List<Area> AREAS = read();

    private M49() {}

    private static List<Area> read() {
        try (InputStream in = Objects.requireNonNull(M49.class.getResourceAsStream("m49.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> areas(line).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Area> areas(String line) {
        int colon = line.indexOf(':');
        String path = line.substring(0, colon);
        List<String> regions = path.equals(NO_REGION) ? List.of() : List.of(path.split(">"));
        List<Area> areas = new ArrayList<>();
        for (String codes : line.substring(colon + 1).strip().split(" ")) {
            areas.add(new Area(codes.substring(0, 2), codes.substring(3), regions));
        }
        return areas;
    }
}
