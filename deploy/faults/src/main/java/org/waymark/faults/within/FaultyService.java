package org.waymark.faults.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Runs a service by its own main, and meanwhile does what the harness says on standard input, a line each. Where the
 * harness ends, so does the process.
 */
public final class FaultyService {

    private FaultyService() {}

    /** {@code main class, arguments of it ...}. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("harness").start(FaultyService::obey);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(args, 1, args.length));
    }

    private static void obey() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(line.strip().split(" "));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(1);
    }

    private static void obey(String[] words) {
        switch (words[0]) {
            case "kill" -> Points.arm(words[1], Integer.parseInt(words[2]));
            case "refuse" -> Points.refuseEvery(Integer.parseInt(words[1]));
            case "bugs" -> Bug.plant(bugs(words));
            case "clock" -> SteeredClock.moveTo(Duration.ofSeconds(Long.parseLong(words[1])));
            default -> throw new IllegalArgumentException("not understood: " + words[0]);
        }
    }

    private static Set<Bug> bugs(String[] words) {
        Set<Bug> bugs = EnumSet.noneOf(Bug.class);
        Arrays.stream(words).skip(1).map(Bug::valueOf).forEach(bugs::add);
        return bugs;
    }
}
