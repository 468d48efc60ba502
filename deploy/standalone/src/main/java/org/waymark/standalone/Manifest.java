package org.waymark.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup consists of, written when all of it is there: a folder without it is no whole backup.
 *
 * @param version of the form of a backup
 * @param begun when the store was copied, or a little before
 */
record Manifest(int version, Instant begun, List<Entry> files) {

    static final String FILE = "manifest.json";
    static final int VERSION = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * @param path within the folder, with slashes
     * @param sha256 in hexadecimal digits
     */
    record Entry(String path, long bytes, String sha256) {}

    /** @throws Refused where there is none that this version understands */
    static Manifest of(Path backup) {
        Manifest found = read(backup.resolve(FILE));
        if (found == null) {
            throw Refused.because(
                    "%s is no whole backup: it has no readable %s, which is written last.".formatted(backup, FILE));
        }
        if (found.version() != VERSION) {
            throw Refused.because("The backup %s has the form %d, and this Waymark knows %d: restore it with its own."
                    .formatted(backup, found.version(), VERSION));
        }
        return found;
    }

    private static @Nullable Manifest read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Manifest.class);
        } catch (IOException | JacksonException e) {
            return null;
        }
    }

    String json() {
        return JSON.writeValueAsString(this) + "\n";
    }
}
