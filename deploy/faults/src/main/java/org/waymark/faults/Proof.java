package org.waymark.faults;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.waymark.faults.Rebuilds.Made;
import org.waymark.prove.Prove;
import org.waymark.prove.Report;
import org.waymark.prove.Settings;

/**
 * Holds the whole read side against the topic once the officers are silent: what is counted by others than the services is
 * what the board says, on past days too; and what is made again from the topic is what was there before.
 */
final class Proof {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Cluster cluster;
    private final Client board;
    private final ServerProcess notification;
    private final Watches watches;
    private final Path saved;
    private final LocalDate first;
    private final PrintStream out;

    /**
     * @param first the first of the days in which something happened
     * @param saved a file for what the board says, as long as the proof takes
     */
    Proof(
            Cluster cluster,
            Client board,
            ServerProcess notification,
            Client alerts,
            LocalDate first,
            Path saved,
            PrintStream out) {
        this.cluster = cluster;
        this.board = board;
        this.notification = notification;
        this.watches = new Watches(cluster, alerts);
        this.first = first;
        this.saved = saved;
        this.out = out;
    }

    /** Prints a line for each part; returns whether all of them hold. */
    boolean holds(int pastDays, int replays) {
        try {
            List<LocalDate> days = past(pastDays);
            boolean agrees = agrees("proven", settings().on(days, List.of()).saving(saved), "today and " + days);
            boolean same = rebuilt(replays);
            boolean still = agrees("proven after the rebuilds", settings().comparing(saved), "today and as before");
            return read(replays) && agrees && same && still;
        } catch (Client.NoAnswer | ConditionTimeoutException e) {
            out.println("not proven: " + e.getMessage());
            return false;
        }
    }

    private Settings settings() {
        return new Settings(URI.create("http://127.0.0.1:" + board.port()), cluster.bootstrapServers())
                .at(Clock.offset(Clock.systemUTC(), cluster.ahead()))
                .within(PATIENCE);
    }

    private boolean agrees(String what, Settings settings, String days) {
        Report report = Prove.run(settings);
        boolean agrees = report.outcome() == Report.Outcome.AGREE;
        out.printf(
                "%-26s %s: %d compared, %d differ, %d not found out, %s%n",
                what,
                agrees ? "agrees" : "DIFFERS",
                report.rows().stream().mapToLong(Report.Row::compared).sum(),
                report.differences().size(),
                report.unknown().size(),
                days);
        if (report.outcome() != Report.Outcome.AGREE) {
            report.print(out);
        }
        return agrees;
    }

    private boolean rebuilt(int times) {
        Rebuilds rebuilds = new Rebuilds(board);
        List<Made> all = new ArrayList<>();
        boolean alike = true;
        for (int i = 1; i <= times; i++) {
            Made made = rebuilds.make();
            all.add(made);
            boolean same = made.serves()
                    && made.isAlike()
                    && made.sums().equals(all.getFirst().sums());
            alike &= same;
            out.printf(
                    "rebuild %-18d %s: generation %d is %s after %.1f s, %d differences, %d checksums%s%n",
                    i,
                    same ? "is the same" : "IS ANOTHER",
                    made.generation(),
                    made.state(),
                    made.time().toMillis() / 1000.0,
                    made.differences().size() + made.moreDifferences(),
                    made.sums().size(),
                    same ? "" : " " + made);
        }
        return alike;
    }

    private boolean read(int times) {
        boolean same = true;
        Map<String, String> before = watches.raised();
        for (int i = 1; i <= times; i++) {
            notification.stop();
            watches.drop();
            notification.startAgain();
            Cluster.awaitReady(watches.alerts());
            watches.awaitRead();
            Map<String, String> after = watches.raised();
            boolean equal = !before.isEmpty() && after.equals(before);
            same &= equal;
            out.printf(
                    "alerts read again %-8d %s: %d alerts before, %d after%n",
                    i, equal ? "are the same" : "ARE OTHERS", before.size(), after.size());
        }
        return same;
    }

    /** Days before today, spread over those in which something happened. */
    private List<LocalDate> past(int most) {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant().plus(cluster.ahead()), ZoneOffset.UTC);
        int all = (int) (today.toEpochDay() - first.toEpochDay());
        int some = Math.min(most, all);
        return IntStream.range(0, some)
                .mapToObj(i -> first.plusDays((long) i * all / some))
                .toList();
    }
}
