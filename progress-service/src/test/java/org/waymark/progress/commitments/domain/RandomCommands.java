package org.waymark.progress.commitments.domain;

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

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.*;

/** Anything that may be asked of a commitment, sensible or not, by whomever. */
final class RandomCommands {

    static final PartnerId CHAIR = new PartnerId("4c795a2f-4d31-5f44-9d76-307c9f4e5d04");

    private static final List<PartnerId> PEOPLE = List.of(IOM, IOM, IOM, UNICEF, CHAIR, CHAIR, STRANGER);
    private static final List<String> ZONES = List.of("Z", "America/El_Salvador", "Pacific/Kiritimati");

    private final Random random;
    private int made;

    RandomCommands(Random random) {
        this.random = random;
    }

    CommitmentFixture aCommitmentToBegin() {
        CommitmentFixture fixture = aCommitment()
                .supportedBy(UNICEF)
                .atHomeIn(ZONES.get(random.nextInt(3)))
                .that(random.nextInt(10) == 0 ? Status.SUSPENDED : Status.SUBMITTED)
                .submittedAt(START.atStartOfDay(ZoneOffset.UTC).toInstant())
                .measuring("People", Measure.UNIT, true, null, year(1, 2026, number("100")), year(2, 2027, null))
                .measuring("Law", Measure.QUALITATIVE, true, null, year(3, 2026, null));
        for (int i = random.nextInt(4); i > 0; i--) {
            fixture.dueOn(START.plusDays(random.nextInt(500)).toString());
        }
        return fixture;
    }

    CommitmentCommand next(Commitment standing, Instant now) {
        made++;
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return switch (random.nextInt(24)) {
            case 0 -> revision();
            case 1, 2 -> new ChangeStatus(asker(), anyOf(LifeCycle.Step.values()), reason());
            case 3 ->
                new AddMilestone(asker(), Milestone.planned(milestone(100 + made % 50), "Another", someDay(today), 2));
            case 4, 5 ->
                new ReviseMilestone(
                        asker(), someMilestone(standing), maybe("Other"), maybe(3), maybe(someDay(today)), reason());
            case 6 -> new VerifyMilestone(asker(), someMilestone(standing));
            case 7 -> new MissMilestone(asker(), someMilestone(standing), text());
            case 8 -> new CancelMilestone(asker(), someMilestone(standing), text());
            case 9 ->
                new AddIndicator(
                        asker(), new Indicator(indicator(3 + made % 50), "More", Measure.UNIT, false, null, List.of()));
            case 10 -> new AddPeriod(asker(), indicator(1 + random.nextInt(3)), year(made + 10, 2026, number("7")));
            case 11 -> new CorrectActual(asker(), someActual(), text());
            case 12, 13 -> new ResubmitUpdate(someUpdate(standing), someone(), someReport(standing, today));
            case 14, 15 ->
                new VerifyUpdate(
                        someUpdate(standing),
                        asker(),
                        1 + random.nextInt(2),
                        someReport(standing, today),
                        random.nextInt(3) == 0 ? List.of(someActual()) : List.of());
            case 16, 17 -> new ReturnUpdate(someUpdate(standing), asker(), text());
            case 18 -> new AnswerReturn(someUpdate(standing), someone(), "Here it is.");
            case 19 ->
                new OverrideHealth(
                        asker(), anyOf(Health.State.values()), today.plusDays(random.nextInt(400) - 20L), text());
            case 20 -> new LiftOverride(asker());
            case 21 -> new RecordTime();
            default ->
                new ReportProgress(
                        update(made),
                        someone(),
                        someReport(standing, today),
                        random.nextInt(4) == 0 ? someUpdate(standing) : null);
        };
    }

    private ReviseCommitment revision() {
        return new ReviseCommitment(
                asker(),
                maybe("Title " + random.nextInt(3)),
                maybe("Description"),
                maybe(START.plusDays(random.nextInt(100))),
                maybe(START.plusDays(random.nextInt(700) - 30L)),
                maybe(random.nextInt(3) == 0 ? List.of(IOM) : List.of(UNICEF)),
                null);
    }

    private Report someReport(Commitment standing, LocalDate today) {
        ReportFixture report = aReport().saying(maybe("Words")).assessing(maybe(anyOf(Assessment.values())));
        if (random.nextInt(4) == 0) {
            report.speakingOf(today.plusDays(random.nextInt(30) - 26L).toString());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            report.claiming(
                    someMilestone(standing),
                    today.plusDays(random.nextInt(30) - 26L).toString());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Report.Actual actual = someActual();
            report.measuring(actual.indicator(), actual.period(), actual.value());
        }
        if (random.nextInt(6) == 0) {
            Map<String, BigDecimal> parts = Map.of("female", BigDecimal.valueOf(30), "male", BigDecimal.valueOf(40));
            report.measuring(indicator(1), period(2), number("" + random.nextInt(140)), "sex", parts);
        }
        if (random.nextBoolean()) {
            report.showing("https://example.org", "Proof");
        }
        return report.report();
    }

    private Report.Actual someActual() {
        Value value = random.nextInt(6) == 0 ? words("some") : number("" + random.nextInt(100));
        return new Report.Actual(
                indicator(1 + random.nextInt(3)), period(1 + random.nextInt(3)), value, Disaggregation.NONE);
    }

    private MilestoneId someMilestone(Commitment standing) {
        List<Milestone> all = standing.milestones();
        return all.isEmpty() || random.nextInt(8) == 0
                ? milestone(999)
                : all.get(random.nextInt(all.size())).id();
    }

    private UpdateId someUpdate(Commitment standing) {
        List<Review> all = standing.reviews();
        return all.isEmpty() || random.nextInt(8) == 0
                ? update(9_999)
                : all.get(random.nextInt(all.size())).update();
    }

    private Asker asker() {
        PartnerId organization = someone();
        boolean chairs = organization.equals(CHAIR) || organization.equals(UNICEF);
        return new Asker(organization, chairs ? Set.of(GroupId.DEFAULT) : Set.of());
    }

    private PartnerId someone() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private LocalDate someDay(LocalDate today) {
        return today.plusDays(random.nextInt(300) - 60L);
    }

    private @Nullable String reason() {
        return random.nextInt(4) == 0 ? null : text();
    }

    private String text() {
        return random.nextInt(8) == 0 ? " " : "A reason";
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T anyOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
