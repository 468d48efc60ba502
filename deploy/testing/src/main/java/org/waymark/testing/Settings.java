package org.waymark.testing;

import java.util.Optional;

/** How a run says which servers it wants. */
final class Settings {

    private Settings() {}

    /** A server that somebody else runs, named by a system property or an environment variable. */
    static Optional<String> named(String name) {
        return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
                .filter(value -> !value.isBlank());
    }

    static boolean containers() {
        return "containers".equals(System.getProperty("waymark.test.servers"));
    }
}
