package org.waymark.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the environment and the command line say.
 *
 * @param data holds everything that is kept
 * @param imports IATI files to import once the services are up
 */
record Settings(Path data, Ports ports, List<Path> imports) {

    private static final int LARGEST_PORT = 65_535;

    record Ports(int progress, int partner, int notification, int kafka, int mongo) {}

    /** @throws Refused for a setting or an option that cannot be meant */
    static Settings of(Map<String, String> environment, List<String> arguments) {
        Path data = Path.of(environment.getOrDefault("WAYMARK_DATA", ".waymark"))
                .toAbsolutePath()
                .normalize();
        return new Settings(data, ports(environment), imports(arguments));
    }

    private static Ports ports(Map<String, String> environment) {
        Map<Integer, String> taken = new LinkedHashMap<>();
        return new Ports(
                port(environment, "WAYMARK_PROGRESS_PORT", 8080, taken),
                port(environment, "WAYMARK_PARTNER_PORT", 8081, taken),
                port(environment, "WAYMARK_NOTIFICATION_PORT", 8082, taken),
                port(environment, "WAYMARK_KAFKA_PORT", 9092, taken),
                port(environment, "WAYMARK_MONGO_PORT", 27017, taken));
    }

    private static int port(
            Map<String, String> environment, String name, int otherwise, Map<Integer, String> takenByName) {
        int port = number(name, environment.getOrDefault(name, "" + otherwise));
        String other = takenByName.putIfAbsent(port, name);
        if (other != null) {
            throw Refused.misused("%s and %s are both %d: give each a port of its own.".formatted(other, name, port));
        }
        return port;
    }

    private static int number(String name, String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LARGEST_PORT) {
            return Integer.parseInt(text);
        }
        throw Refused.misused("%s is \"%s\": give a port from 1 to %d.".formatted(name, text, LARGEST_PORT));
    }

    private static List<Path> imports(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals("--import")) {
                throw Refused.misused("Unknown option %s: try --help.".formatted(arguments.get(i)));
            }
            if (i + 1 == arguments.size()) {
                throw Refused.misused("--import needs the name of an IATI activity file (.xml) or a table (.csv).");
            }
            files.add(readable(Path.of(arguments.get(i + 1))));
        }
        return List.copyOf(files);
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Refused.misused("The file %s cannot be read.".formatted(file));
        }
        return file.toAbsolutePath();
    }
}
