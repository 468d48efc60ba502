package org.waymark.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.waymark.faults.within.Bug;

/**
 * The harness by hand: {@code kills}, {@code troubles}, {@code replay}, {@code bugs}, {@code away}, {@code streams},
 * {@code rebuild} or {@code fuzz}, with options of two words each.
 */
public final class Faults {

    private Faults() {}

    public static void main(String[] args) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().exit(2); // what serves the tokens' keys would keep the process alive
        });
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        Path folder = Files.createTempDirectory("waymark-faults");
        System.out.println("data and logs: " + folder);
        boolean well = switch (args[0]) {
            case "kills" -> kills(folder, options);
            case "troubles" -> troubles(folder, options);
            case "replay" -> replay(folder, options);
            case "away" -> away(folder, options);
            case "bugs" -> bugs(folder, options);
            case "streams" -> streams(folder, options);
            case "rebuild" -> rebuild(folder, options);
            case "fuzz" -> fuzz(folder, options);
            default ->
                throw new IllegalArgumentException(
                        "kills, troubles, replay, bugs, away, streams, rebuild or fuzz, not " + args[0]);
        };
        System.out.println(well ? "as it should be" : "NOT as it should be, see above");
        System.exit(well ? 0 : 1);
    }

    private static boolean kills(Path folder, Map<String, String> options) {
        return new Kills(folder, System.out).proven(Fault.kills(), count(options), seed(options));
    }

    /** What a hole leaves on the topic is out of order there, which no proof would pass. */
    private static boolean troubles(Path folder, Map<String, String> options) {
        return new Kills(folder, System.out)
                .run(Fault.troubles(), count(options), seed(options))
                .isEmpty();
    }

    private static int count(Map<String, String> options) {
        return Integer.parseInt(options.getOrDefault("--count", "15"));
    }

    private static long seed(Map<String, String> options) {
        return Long.parseLong(options.getOrDefault("--seed", "1"));
    }

    private static boolean bugs(Path folder, Map<String, String> options) {
        List<Bug> bugs = Hunts.named(options.getOrDefault("--bug", ""));
        long seed = seed(options);
        try (Run cluster = new Run(folder, Jvm.STARTS_QUICKLY)) {
            List<Bug> missed = new Hunts(System.out).run(cluster, bugs, seed);
            System.out.printf(
                    "%d of %d bugs caught, not caught: %s%n", bugs.size() - missed.size(), bugs.size(), missed);
            return missed.isEmpty();
        }
    }

    private static boolean away(Path folder, Map<String, String> options) {
        try (Run cluster = new Run(folder, Jvm.RUNS_LONG)) {
            Away.Report report = cluster.away(System.out)
                    .run(
                            Duration.ofMinutes(Long.parseLong(options.getOrDefault("--minutes", "10"))),
                            Integer.parseInt(options.getOrDefault("--rate", "20")),
                            seed(options));
            System.out.println(report);
            return report.isWell();
        }
    }

    private static boolean streams(Path folder, Map<String, String> options) {
        try (Run cluster = new Run(folder, Jvm.RUNS_LONG)) {
            Streams.Report report = cluster.streams(System.out)
                    .run(new Streams.Load(
                            Integer.parseInt(options.getOrDefault("--listeners", "500")),
                            Integer.parseInt(options.getOrDefault("--deaf", "50")),
                            Integer.parseInt(options.getOrDefault("--posts", "400")),
                            Integer.parseInt(options.getOrDefault("--rate", "20"))));
            System.out.println(report);
            return report.isWell();
        }
    }

    private static boolean rebuild(Path folder, Map<String, String> options) {
        try (Run cluster = new Run(folder, Jvm.RUNS_LONG)) {
            Rebuilt report = cluster.rebuilding(System.out)
                    .run(
                            Integer.parseInt(options.getOrDefault("--before", "4000")),
                            Duration.ofSeconds(Long.parseLong(options.getOrDefault("--seconds", "30"))),
                            Integer.parseInt(options.getOrDefault("--rate", "200")),
                            seed(options));
            System.out.println(report);
            return report.isWell();
        }
    }

    private static boolean fuzz(Path folder, Map<String, String> options) {
        Fuzz.Load load = new Fuzz.Load(
                Integer.parseInt(options.getOrDefault("--bodies", "100000")),
                Long.parseLong(options.getOrDefault("--records", "1000000")),
                Duration.ofMinutes(Long.parseLong(options.getOrDefault("--minutes", "25"))),
                seed(options));
        try (Cluster cluster = new Cluster(folder, Jvm.RUNS_LONG)) {
            List<String> faults = Fuzz.started(cluster, System.out).run(load);
            faults.forEach(System.out::println);
            return faults.isEmpty();
        }
    }

    private static boolean replay(Path folder, Map<String, String> options) {
        String title = options.getOrDefault("--point", "");
        List<Fault> faults = Fault.all().stream()
                .filter(fault -> fault.title().equals(title))
                .toList();
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("no such point: " + title);
        }
        return new Kills(folder, System.out).run(faults, 1, seed(options)).isEmpty();
    }
}
