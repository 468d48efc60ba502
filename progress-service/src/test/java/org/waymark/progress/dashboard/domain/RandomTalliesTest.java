package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waymark.progress.dashboard.domain.RandomHistory.Recorded;

/** The sums of the tallies against commitments counted one by one, for every pair of days. */
class RandomTalliesTest {

    private static final int RUNS = 8;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 16;
    private static final List<Tally.Key> KEYS = List.of(
            Tally.Key.ALLIANCE,
            new Tally.Key("partner", "iom"),
            new Tally.Key("group", "g2"),
            new Tally.Key("level", "country"),
            new Tally.Key("country", "HND"),
            new Tally.Key("region", "013"),
            new Tally.Key("sdgTarget", "8.7"),
            new Tally.Key("workstream", "w1"));

    private final Set<String> seen = new HashSet<>();

    @Test
    void the_sums_are_what_counting_the_commitments_gives_for_every_day_as_known_on_every_day() {
        for (int seed = 0; seed < RUNS; seed++) {
            run(seed);
        }

        assertThat(seen)
                .as("nothing was compared that is always nought")
                .contains(
                        "updatesVerified",
                        "milestones evidenced",
                        "milestones slipped",
                        "reportedBy ilo",
                        "freshness within30Days",
                        "freshness within90Days",
                        "freshness longer",
                        "progress selfReported",
                        "progress selfReported known",
                        "progress verified",
                        "progress verified known",
                        "milestones planned",
                        "milestones reached",
                        "milestones verified",
                        "milestones missed",
                        "milestones cancelled",
                        "milestones overdue",
                        "milestones slips",
                        "milestones slippedDays");
    }

    private void run(int seed) {
        Random random = new Random(seed);
        List<List<Recorded>> histories = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<Recorded> history = RandomHistory.of(random, FIRST, DAYS);
            histories.add(history);
            Card card = null;
            for (Recorded one : history) {
                Card after = CardFold.apply(card, one.event(), one.at());
                tallies.addAll(Tally.of(card, after));
                card = after;
            }
        }
        for (Tally.Key key : KEYS) {
            List<Tally> under =
                    tallies.stream().filter(one -> one.key().equals(key)).toList();
            for (LocalDate asOf = FIRST.minusDays(3);
                    asOf.isBefore(FIRST.plusDays(DAYS + 3));
                    asOf = asOf.plusDays(1)) {
                compare(seed, histories, under, key, asOf);
            }
            compare(seed, histories, under, key, FIRST.plusDays(DAYS + 40));
            compare(seed, histories, under, key, FIRST.plusDays(DAYS + 110));
        }
    }

    private void compare(int seed, List<List<Recorded>> histories, List<Tally> tallies, Tally.Key key, LocalDate asOf) {
        for (int known = -3; known < DAYS + 3; known++) {
            LocalDate knownAt = FIRST.plusDays(known);
            Map<String, Long> total = TallyTest.total(tallies, key, asOf, knownAt);
            seen.addAll(total.keySet());
            assertThat(total)
                    .as("seed %d, %s on %s as known on %s", seed, key, asOf, knownAt)
                    .isEqualTo(counted(histories, key, asOf, knownAt));
        }
    }

    private static Map<String, Long> counted(
            List<List<Recorded>> histories, Tally.Key key, LocalDate asOf, LocalDate knownAt) {
        Map<String, Long> count = new HashMap<>();
        for (List<Recorded> history : histories) {
            if (PlainCount.isUnder(history, key)) {
                PlainCount.of(history, asOf, knownAt).forEach((measure, by) -> count.merge(measure, by, Long::sum));
            }
        }
        count.values().removeIf(sum -> sum == 0);
        return count;
    }
}
