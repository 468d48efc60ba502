package org.waymark.progress.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.anUpdate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sums of the tallies against cards counted one by one, for every pair of days. */
class RandomTalliesTest {

    private static final int RUNS = 8;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 16;
    private static final List<String> HEALTHS = List.of("unknown", "on-track", "at-risk", "off-track");

    private record Recorded(CommitmentEvents event, Instant at) {}

    @Test
    void the_sums_are_what_counting_the_cards_gives_for_every_day_as_known_on_every_day() {
        for (int seed = 0; seed < RUNS; seed++) {
            run(seed);
        }
    }

    private static void run(int seed) {
        Random random = new Random(seed);
        List<List<Recorded>> histories = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<Recorded> history = aRandomHistory(random);
            histories.add(history);
            Card card = null;
            for (Recorded one : history) {
                Card after = CardFold.apply(card, one.event(), one.at());
                tallies.addAll(Tally.of(card, after, one.at()));
                card = after;
            }
        }
        for (Tally.Key key : List.of(
                Tally.Key.ALLIANCE,
                new Tally.Key("partner", "iom"),
                new Tally.Key("group", "g2"),
                new Tally.Key("level", "country"),
                new Tally.Key("country", "HND"))) {
            for (int asOf = -3; asOf < DAYS + 3; asOf++) {
                for (int knownAt = -3; knownAt < DAYS + 3; knownAt++) {
                    LocalDate as = FIRST.plusDays(asOf);
                    LocalDate known = FIRST.plusDays(knownAt);
                    assertThat(TallyTest.total(tallies, key, as, known))
                            .as("seed %d, %s on %s as known on %s", seed, key, as, known)
                            .isEqualTo(counted(histories, key, as, known));
                }
            }
        }
    }

    private static Map<String, Long> counted(
            List<List<Recorded>> histories, Tally.Key key, LocalDate asOf, LocalDate knownAt) {
        Map<String, Long> count = new HashMap<>();
        for (List<Recorded> history : histories) {
            Card known = cardOn(history, knownAt);
            Card judged = cardOn(history, asOf.isBefore(knownAt) ? asOf : knownAt);
            if (known == null || judged == null || !isUnder(known, key)) {
                continue;
            }
            add(count, "commitments", 1);
            add(count, "status " + judged.status(), 1);
            add(count, "health " + judged.health().status(), 1);
            add(count, "updates", judged.updates());
            for (Card.Milestone milestone : known.milestones()) {
                boolean reached = milestone.on() != null && !milestone.on().isAfter(asOf);
                boolean late =
                        milestone.overdueOn() != null && !milestone.overdueOn().isAfter(asOf);
                add(count, reached ? "milestones reached" : "milestones planned", 1);
                add(count, "milestones overdue", late && !reached ? 1 : 0);
            }
        }
        count.values().removeIf(sum -> sum == 0);
        return count;
    }

    private static void add(Map<String, Long> count, String measure, long by) {
        count.merge(measure, by, Long::sum);
    }

    private static boolean isUnder(Card card, Tally.Key key) {
        return switch (key.dimension()) {
            case "alliance" -> true;
            case "partner" -> card.lead().equals(key.value());
            case "group" -> card.group().equals(key.value());
            case "level" -> card.level().equals(key.value());
            default -> card.countries().contains(key.value());
        };
    }

    /** The card as the events recorded up to the end of that day make it. */
    private static @Nullable Card cardOn(List<Recorded> history, LocalDate day) {
        Card card = null;
        for (Recorded one : history) {
            if (!day(one.at()).isAfter(day)) {
                card = CardFold.apply(card, one.event(), one.at());
            }
        }
        return card;
    }

    /** Milestones are reached on any day so far, before the submission too, and recorded overdue late or never. */
    private static List<Recorded> aRandomHistory(Random random) {
        CardFixture fixture = aCard().of(
                        pick(random, "iom", "unicef"),
                        pick(random, "g1", "g2"),
                        pick(random, "country", "global"),
                        pick(random, "SLV", "HND"));
        List<String> open = new ArrayList<>();
        Map<String, LocalDate> due = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS) - 2L);
            open.add("m" + i);
            due.put("m" + i, day);
            fixture.milestone("m" + i, day.toString(), 1 + random.nextInt(3));
        }
        List<Recorded> history = new ArrayList<>();
        Instant now = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(random.nextInt(100)));
        history.add(new Recorded(fixture.event(), now));
        List<String> late = new ArrayList<>();
        while (day(now).isBefore(FIRST.plusDays(DAYS))) {
            now = now.plus(Duration.ofHours(random.nextInt(72)));
            history.add(new Recorded(aRandomEvent(random, open, late, due, day(now)), now));
        }
        return history;
    }

    private static CommitmentEvents aRandomEvent(
            Random random, List<String> open, List<String> late, Map<String, LocalDate> due, LocalDate today) {
        for (String milestone : open) {
            LocalDate its = due.getOrDefault(milestone, today);
            if (!late.contains(milestone) && its.isBefore(today) && random.nextBoolean()) {
                late.add(milestone);
                return CardFixture.overdue(milestone, its.toString());
            }
        }
        Card.Health health = new Card.Health(HEALTHS.get(random.nextInt(4)), List.of());
        if (open.isEmpty() || random.nextInt(3) == 0) {
            return random.nextInt(3) == 0
                    ? new CommitmentEvents.Revised("Title " + random.nextInt(9), FIRST, null)
                    : anUpdate(health);
        }
        String reached = open.remove(random.nextInt(open.size()));
        return anUpdate(
                health,
                CardFixture.reached(
                        reached, today.minusDays(random.nextInt(14) - 1L).toString()));
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
