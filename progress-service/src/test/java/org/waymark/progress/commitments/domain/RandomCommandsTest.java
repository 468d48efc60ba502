package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.START;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.words;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordDeadlines;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;

/** Whatever is asked of a commitment, in whatever order; the seed of a failing run is in its message. */
class RandomCommandsTest {

    private static final int RUNS = 150;
    private static final int COMMANDS = 40;

    /** The rules by name, with their places in lists left open. */
    private static final Set<String> RULES = Set.of(
            "commitment",
            "closed",
            "already-reached",
            "narrative",
            "effective",
            "end",
            "milestones[].due",
            "milestones[].id",
            "milestones[].on",
            "actuals[].indicatorId",
            "actuals[].periodId",
            "actuals[].value");

    private final Set<String> seen = new HashSet<>();

    @Test
    void every_refusal_names_its_rule_and_the_events_alone_make_the_state() {
        for (int seed = 0; seed < RUNS; seed++) {
            run(seed);
        }

        assertThat(seen).as("rules that refused something").isEqualTo(RULES);
    }

    private void run(int seed) {
        Random random = new Random(seed);
        List<CommitmentEvent> history = new ArrayList<>();
        history.add(aRandomCommitment(random).event());
        Commitment standing = Commitment.after(null, history.getFirst());
        Instant now = START.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plusSeconds(random.nextInt(20 * 86_400));
            Commitment before = standing;
            try {
                List<CommitmentEvent> events = decide(standing, random, now);
                for (CommitmentEvent event : events) {
                    standing = Commitment.after(standing, event);
                    assertThat(health(event, standing.health()))
                            .as("seed %d: the event says the health it leads to", seed)
                            .isEqualTo(standing.health());
                }
                history.addAll(events);
            } catch (Refusal refusal) {
                String rule = refusal.subject().replaceAll("\\[\\d+]", "[]");
                assertThat(RULES).as("seed %d: %s", seed, refusal.sentence()).contains(rule);
                assertThat(refusal.sentence()).as("seed %d", seed).endsWith(".");
                assertThat(standing).isEqualTo(before);
                seen.add(rule);
            }
            checkDeadlines(standing, now, seed);
        }
        assertThat(refolded(history)).as("seed %d", seed).isEqualTo(standing);
    }

    /** Time has something to record exactly when {@code nextDue} has come. */
    private static void checkDeadlines(Commitment standing, Instant now, int seed) {
        boolean due = standing.nextDue().filter(next -> !next.isAfter(now)).isPresent();
        assertThat(!standing.recordDeadlines(new RecordDeadlines(), now).isEmpty())
                .as("seed %d at %s, next due %s", seed, now, standing.nextDue())
                .isEqualTo(due);
    }

    private static List<CommitmentEvent> decide(Commitment standing, Random random, Instant now) {
        return switch (random.nextInt(8)) {
            case 0 -> standing.recordDeadlines(new RecordDeadlines(), now);
            case 1 -> standing.revise(aRandomRevision(random));
            default ->
                standing.report(
                        new ReportProgress(update(random.nextInt(100)), aPartner(random), aRandomReport(random, now)),
                        now);
        };
    }

    private static CommitmentFixture aRandomCommitment(Random random) {
        CommitmentFixture fixture = aCommitment()
                .supportedBy(UNICEF)
                .that(random.nextInt(10) == 0 ? Status.COMPLETED : Status.IN_IMPLEMENTATION)
                .measuring("People", Measure.UNIT, true, null, year(1, 2026, number("100")), year(2, 2027, null))
                .measuring("Law", Measure.QUALITATIVE, true, null, year(3, 2026, null));
        for (int i = random.nextInt(5); i > 0; i--) {
            fixture.dueOn(START.plusDays(random.nextInt(500)).toString());
        }
        return fixture;
    }

    private static ReviseCommitment aRandomRevision(Random random) {
        return new ReviseCommitment(
                aPartner(random),
                maybe(random, "Title " + random.nextInt(3)),
                maybe(random, "Description " + random.nextInt(3)),
                maybe(random, START.plusDays(random.nextInt(100))),
                maybe(random, START.plusDays(random.nextInt(700) - 30L)));
    }

    private static Report aRandomReport(Random random, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        ReportFixture report = aReport()
                .saying(maybe(random, "Words"))
                .assessing(maybe(random, List.of(Assessment.values()).get(random.nextInt(3))));
        if (random.nextInt(4) == 0) {
            report.speakingOf(aDay(random, today));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            report.claiming(milestone(1 + random.nextInt(5)), aDay(random, today));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Value value = random.nextInt(6) == 0 ? words("some") : number("" + random.nextInt(100));
            report.measuring(indicator(1 + random.nextInt(3)), period(1 + random.nextInt(3)), value);
        }
        return report.report();
    }

    private static String aDay(Random random, LocalDate today) {
        return today.plusDays(random.nextInt(30) - 26L).toString();
    }

    private static PartnerId aPartner(Random random) {
        return List.of(IOM, IOM, IOM, UNICEF, STRANGER).get(random.nextInt(5));
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }

    private static Health health(CommitmentEvent event, Health unsaid) {
        return switch (event) {
            case CommitmentEvent.ProgressReported reported -> reported.health();
            case CommitmentEvent.MilestoneOverdue overdue -> overdue.health();
            case CommitmentEvent.CommitmentSubmitted submitted -> unsaid;
            case CommitmentEvent.CommitmentRevised revised -> unsaid;
        };
    }

    private static @Nullable Commitment refolded(List<CommitmentEvent> history) {
        Commitment state = null;
        for (CommitmentEvent event : history) {
            state = Commitment.after(state, event);
        }
        return state;
    }
}
