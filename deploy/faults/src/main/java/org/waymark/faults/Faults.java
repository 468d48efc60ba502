package org.waymark.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The harness by hand: {@code kills}, {@code replay}, {@code bugs} or {@code away}, with options of two words each. */
public final class Faults {

    private Faults() {}

    public static void main(String[] args) throws java.io.IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Path folder = Files.createTempDirectory("waymark-faults");
        System.out.println("data and logs: " + folder);
        boolean well = switch (args[0]) {
            case "kills" -> kills(folder, options);
            case "replay" -> replay(folder, options);
            default -> throw new IllegalArgumentException("kills, replay, bugs or away, not " + args[0]);
        };
        System.out.println(well ? "nothing lost, doubled, misordered or invented" : "VIOLATED, see above");
        System.exit(well ? 0 : 1);
    }

    private static boolean kills(Path folder, Map<String, String> options) {
        int count = Integer.parseInt(options.getOrDefault("--count", "15"));
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        return new Kills(folder, System.out).run(Fault.all(), count, seed).isEmpty();
    }

    private static boolean replay(Path folder, Map<String, String> options) {
        String title = options.getOrDefault("--point", "");
        List<Fault> faults = Fault.all().stream()
                .filter(fault -> fault.title().equals(title))
                .toList();
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("no such point: " + title);
        }
        return new Kills(folder, System.out)
                .run(faults, 1, Long.parseLong(options.getOrDefault("--seed", "1")))
                .isEmpty();
    }
}
