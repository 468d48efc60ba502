package org.waymark.progress.dashboard.domain;

import static org.waymark.progress.dashboard.domain.CardFixture.aCard;
import static org.waymark.progress.dashboard.domain.CardFixture.begun;
import static org.waymark.progress.dashboard.domain.CardFixture.reached;
import static org.waymark.progress.dashboard.domain.EventFixture.update;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.waymark.progress.dashboard.domain.CommitmentEvents.HealthChanged;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneCancelled;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneMissed;
import org.waymark.progress.dashboard.domain.CommitmentEvents.MilestoneVerified;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Revised;
import org.waymark.progress.dashboard.domain.CommitmentEvents.StatusChanged;

/**
 * A commitment's life as it might have been: milestones reached on any day so far, before the submission too, claims taken
 * back, due days moved either way, and days gone by recorded late or never.
 */
public final class RandomHistory {

    /**
     * @param at by the clock of who wrote it
     * @param known never before that of the event before
     */
    public record Recorded(CommitmentEvents event, Instant at, Instant known) {
        public LocalDate day() {
            return known.atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    private static final List<String> HEALTHS = List.of("unknown", "on-track", "at-risk", "off-track");
    private static final List<String> STATUSES = List.of("endorsed", "in-implementation", "suspended", "completed");

    private final Random random;
    private final LocalDate first;
    private final List<Recorded> events = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final Map<String, LocalDate> due = new TreeMap<>();

    private final List<String> periods = new ArrayList<>();

    /** By milestone, the update that claims it. */
    private final Map<String, String> claimed = new TreeMap<>();

    private Instant now;
    private int updates;

    private RandomHistory(Random random, LocalDate first) {
        this.random = random;
        this.first = first;
        this.now = first.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(random.nextInt(100)));
    }

    public static List<Recorded> of(Random random, LocalDate first, int days) {
        RandomHistory history = new RandomHistory(random, first);
        history.submit(days);
        while (history.today().isBefore(first.plusDays(days))) {
            history.now = history.now.plus(Duration.ofHours(random.nextInt(36)));
            history.add(history.next());
        }
        return history.events;
    }

    private void submit(int days) {
        CardFixture fixture = aCard().of(
                        pick(List.of("iom", "unicef")),
                        pick(List.of("g1", "g2")),
                        pick(List.of("country", "global")),
                        pick(List.of("SLV", "HND")))
                .inRegions(pick(List.of("013", "419")))
                .towards(pick(List.of("8.7", "10.7")), "16.2");
        for (int i = random.nextInt(4); i > 0; i--) {
            plan("m" + i, first.plusDays(random.nextInt(days) - 2L));
            fixture.milestone("m" + i, dueOf("m" + i).toString(), 1 + random.nextInt(3));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            fixture.indicator(pick(List.of("unit", "percentage")), "" + random.nextInt(5), period(days), period(days));
        }
        add(fixture.inWorkstream(pick(List.of("w1", "w2"))).event());
    }

    private CommitmentEvents next() {
        return switch (periods.isEmpty() ? random.nextInt(10) : random.nextInt(14)) {
            case 0 ->
                periods.isEmpty()
                        ? update("u" + updates++)
                                .by(pick(List.of("iom", "ilo")))
                                .leaving(health())
                                .reported()
                        : measured();
            case 1 -> random.nextInt(3) == 0 && !periods.isEmpty() ? measured() : added();
            case 2 -> new StatusChanged(pick(STATUSES), health());
            case 3 ->
                random.nextBoolean()
                        ? new HealthChanged(health())
                        : new Revised("Title " + random.nextInt(9), first, null, null, null);
            case 4, 5 -> open.isEmpty() ? new HealthChanged(health()) : ofTheDue();
            case 6, 7 -> claimed.isEmpty() ? claim() : ofTheClaimed();
            case 8, 9 -> claim();
            default -> measured();
        };
    }

    /** A value said of any day so far, corrected, taken back or verified. */
    private CommitmentEvents measured() {
        CommitmentEvents.Actual value = CardFixture.actual(pick(periods), "" + random.nextInt(12));
        String id = "u" + updates++;
        LocalDate day = LocalDate.parse(aDaySoFar());
        return switch (random.nextInt(6)) {
            case 0 -> new CommitmentEvents.ActualCorrected(random.nextInt(4) == 0 ? without(value) : value, health());
            case 1 ->
                update(id)
                        .of(day)
                        .backTo(random.nextBoolean() ? without(value) : value)
                        .reported();
            case 2 -> update(id).measuring(value).verified();
            case 3 ->
                update(id)
                        .of(day)
                        .measuring(new CommitmentEvents.Actual("i0", value.periodId(), value.value(), true))
                        .reported();
            default -> update(id).of(day).measuring(value).again(2);
        };
    }

    private static CommitmentEvents.Actual without(CommitmentEvents.Actual value) {
        return CardFixture.actual(value.periodId(), null);
    }

    private CommitmentEvents.NewPeriod period(int days) {
        String id = "p" + periods.size();
        periods.add(id);
        LocalDate end = first.plusDays(random.nextInt(days) - 2L);
        return new CommitmentEvents.NewPeriod(
                id,
                end.minusDays(20),
                end,
                new BigDecimal(6 + random.nextInt(5)),
                random.nextBoolean() ? BigDecimal.ONE : null);
    }

    private CommitmentEvents ofTheDue() {
        String milestone = pick(open);
        LocalDate from = dueOf(milestone);
        if (from.isBefore(today()) && random.nextInt(3) > 0) {
            return random.nextInt(4) == 0
                    ? closed(milestone, new MilestoneMissed(milestone, health()))
                    : EventFixture.overdue(milestone, from.toString());
        }
        if (random.nextInt(5) == 0) {
            return closed(milestone, new MilestoneCancelled(milestone, health()));
        }
        LocalDate to = from.plusDays(random.nextInt(12) - 4L);
        due.put(milestone, to);
        return EventFixture.rescheduled(milestone, from.toString(), to.toString());
    }

    private CommitmentEvents claim() {
        String id = "u" + updates++;
        if (open.isEmpty() || random.nextInt(6) == 0) {
            return update(id)
                    .claiming(begun(open.isEmpty() ? "none" : pick(open)))
                    .reported();
        }
        String milestone = pick(open);
        claimed.put(milestone, id);
        return closed(
                milestone,
                update(id)
                        .claiming(reached(milestone, aDaySoFar()))
                        .withEvidence(random.nextInt(2))
                        .leaving(health())
                        .reported());
    }

    /** The update that claimed it is verified, or said again: with another day, or without the claim. */
    private CommitmentEvents ofTheClaimed() {
        String milestone = pick(List.copyOf(claimed.keySet()));
        String id = claimed.getOrDefault(milestone, "none");
        return switch (random.nextInt(5)) {
            case 0 -> {
                claimed.remove(milestone);
                yield random.nextBoolean()
                        ? new MilestoneVerified(milestone, health())
                        : update(id).claiming(reached(milestone, aDaySoFar())).verified();
            }
            case 1 -> update(id).claiming(reached(milestone, aDaySoFar())).again(2);
            default -> {
                claimed.remove(milestone);
                open.add(milestone);
                yield random.nextBoolean()
                        ? update(id).takingBack(milestone).again(2)
                        : update("u" + updates++)
                                .insteadOf(id)
                                .takingBack(milestone)
                                .reported();
            }
        };
    }

    private CommitmentEvents added() {
        String id = "added" + events.size();
        plan(id, today().plusDays(random.nextInt(8) - 3L));
        return EventFixture.added(id, dueOf(id).toString());
    }

    private void plan(String milestone, LocalDate day) {
        open.add(milestone);
        due.put(milestone, day);
    }

    private LocalDate dueOf(String milestone) {
        return due.getOrDefault(milestone, first);
    }

    private CommitmentEvents closed(String milestone, CommitmentEvents event) {
        open.remove(milestone);
        return event;
    }

    private void add(CommitmentEvents event) {
        Duration behind = Duration.ofHours(events.isEmpty() || random.nextInt(6) > 0 ? 0 : random.nextInt(30));
        events.add(new Recorded(event, now.minus(behind), latest(now.minus(behind))));
    }

    private Instant latest(Instant at) {
        return events.isEmpty() || at.isAfter(events.getLast().known())
                ? at
                : events.getLast().known();
    }

    private Card.Health health() {
        return new Card.Health(pick(HEALTHS), List.of(), null);
    }

    /** A little ahead of UTC too, as it is where a day begins first. */
    private String aDaySoFar() {
        return today().minusDays(random.nextInt(14) - 1L).toString();
    }

    private LocalDate today() {
        return new Recorded(new HealthChanged(CardFixture.UNKNOWN), now, now).day();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
