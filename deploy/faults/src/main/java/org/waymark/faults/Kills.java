package org.waymark.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.waymark.faults.Run.Outcome;

/** So many runs, point after point, on clusters that are made anew now and then. */
final class Kills {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int RUNS_OF_A_CLUSTER = 90;
    private static final int PAST_DAYS = 10;
    private static final int REPLAYS = 3;

    private final Path folder;
    private final PrintStream out;
    private final Table table = new Table();
    private final List<Outcome> violations = new ArrayList<>();

    Kills(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** As {@code run}; at the end of each cluster its read side is proven. Returns whether nothing at all was wrong. */
    boolean proven(List<Fault> faults, int count, long seed) {
        List<Boolean> proofs = new ArrayList<>();
        run(faults, count, seed, cluster -> proofs.add(cluster.proof(out).holds(PAST_DAYS, REPLAYS)));
        return violations.isEmpty() && !proofs.contains(false);
    }

    /** Returns the runs that went wrong. Run i has the seed {@code seed + i}. */
    List<Outcome> run(List<Fault> faults, int count, long seed) {
        return run(faults, count, seed, cluster -> {});
    }

    private List<Outcome> run(List<Fault> faults, int count, long seed, Consumer<Run> atTheEnd) {
        for (int from = 0; from < count; from += RUNS_OF_A_CLUSTER) {
            try (Run cluster =
                    new Run(Files.createDirectories(folder.resolve("cluster-" + from)), Jvm.STARTS_QUICKLY)) {
                run(cluster, faults, from, Math.min(count, from + RUNS_OF_A_CLUSTER), seed);
                atTheEnd.accept(cluster);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.println(table);
        }
        return violations;
    }

    List<Outcome> run(Run cluster, List<Fault> faults, int from, int to, long seed) {
        for (int i = from; i < to; i++) {
            one(cluster, Plan.of(seed + i, faults.get(i % faults.size())), i);
        }
        return violations;
    }

    Table table() {
        return table;
    }

    private void one(Run cluster, Plan plan, int number) {
        long began = System.nanoTime();
        Outcome outcome = cluster.run(plan, PATIENCE);
        table.add(outcome);
        out.printf(
                "%4d  %s%s: %d acknowledged, %s, %.1f s%n",
                number + 1,
                plan,
                outcome.atPoint() ? "" : " (not reached)",
                outcome.acknowledged(),
                outcome.verdict(),
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
        if (!outcome.verdict().isClean()) {
            violations.add(outcome);
            out.printf(
                    "      again: deploy/faults/run replay --point '%s' --seed %d%n",
                    plan.fault().title(), plan.seed());
        }
    }
}
