package org.waymark.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A commitment's events as its producer would write them, in {@code src/test/resources/events}. */
public final class Examples {

    private Examples() {}

    public static String text(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("/events/" + name + ".json")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
