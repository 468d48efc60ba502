package org.waymark.progress.commitments.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;

/** A commitment, valid by default: one global promise for 2026 and 2027, without milestones or indicators. */
public final class CommitmentFixture {

    public static final PartnerId IOM = new PartnerId("1f0c7d52-7a0e-5c11-8a43-0d4f6c1b2a01");
    public static final PartnerId UNICEF = new PartnerId("2e9b6c41-6b1f-5d22-9b54-1e5a7d2c3b02");
    public static final PartnerId STRANGER = new PartnerId("3d8a5b30-5c20-5e33-8c65-2f6b8e3d4c03");
    public static final LocalDate START = LocalDate.of(2026, 1, 1);
    public static final LocalDate END = LocalDate.of(2027, 12, 31);

    private String title = "Safe recruitment corridors";
    private @Nullable String description;
    private List<PartnerId> supporting = List.of();
    private Level level = Level.GLOBAL;
    private List<String> countries = List.of();
    private List<String> regions = List.of();
    private Promise.Plan plan = Promise.Plan.NONE;
    private ZoneId timeZone = ZoneOffset.UTC;
    private Instant submitted = noonOf("2026-10-01");
    private List<String> sdgTargets = List.of("8.7");
    private LocalDate start = START;
    private @Nullable LocalDate end = END;
    private Status status = Status.SUBMITTED;
    private final List<Milestone> milestones = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private @Nullable Introduction origin;
    private Actor by = Actor.PARTNER;

    private CommitmentFixture() {}

    public static CommitmentFixture aCommitment() {
        return new CommitmentFixture();
    }

    public CommitmentFixture titled(String given) {
        title = given;
        return this;
    }

    public CommitmentFixture described(@Nullable String given) {
        description = given;
        return this;
    }

    public CommitmentFixture supportedBy(PartnerId... partners) {
        supporting = List.of(partners);
        return this;
    }

    public CommitmentFixture at(Level given, String... countryCodes) {
        level = given;
        countries = List.of(countryCodes);
        return this;
    }

    public CommitmentFixture inRegions(String... codes) {
        regions = List.of(codes);
        return this;
    }

    public CommitmentFixture planned(String workstream, int year) {
        plan = new Promise.Plan(workstream, year);
        return this;
    }

    public CommitmentFixture atHomeIn(String zone) {
        timeZone = ZoneId.of(zone);
        return this;
    }

    public CommitmentFixture submittedAt(Instant instant) {
        submitted = instant;
        return this;
    }

    public CommitmentFixture towards(String... targets) {
        sdgTargets = List.of(targets);
        return this;
    }

    public CommitmentFixture from(LocalDate day) {
        start = day;
        return this;
    }

    public CommitmentFixture until(@Nullable LocalDate day) {
        end = day;
        return this;
    }

    public CommitmentFixture that(Status given) {
        status = given;
        return this;
    }

    /** With the id {@code milestone(1)}, then {@code milestone(2)} ... */
    public CommitmentFixture dueOn(String... days) {
        for (String day : days) {
            int number = milestones.size() + 1;
            milestones.add(Milestone.planned(milestone(number), "Milestone " + number, LocalDate.parse(day), 1));
        }
        return this;
    }

    public CommitmentFixture milestone(String milestoneTitle, String due, int weight) {
        milestones.add(
                Milestone.planned(milestone(milestones.size() + 1), milestoneTitle, LocalDate.parse(due), weight));
        return this;
    }

    /** With the id {@code indicator(1)}, then {@code indicator(2)} ... */
    public CommitmentFixture measuring(
            String indicatorTitle,
            Measure measure,
            boolean ascending,
            Indicator.@Nullable Baseline baseline,
            Indicator.Period... periods) {
        indicators.add(new Indicator(
                indicator(indicators.size() + 1), indicatorTitle, measure, ascending, baseline, List.of(periods)));
        return this;
    }

    /** Brought in by the secretariat as old news. */
    public CommitmentFixture importedFrom(Introduction introduction) {
        origin = introduction;
        by = new Actor(true, true);
        return this;
    }

    public SubmitCommitment command() {
        Promise promise = new Promise(
                title,
                description,
                IOM,
                supporting,
                GroupId.DEFAULT,
                plan,
                new Promise.Reach(level, countries, regions, sdgTargets),
                start,
                end,
                timeZone);
        return new SubmitCommitment(promise, status, milestones, indicators, origin, by);
    }

    public CommitmentEvent event() {
        return Deciding.submit(command()).getFirst();
    }

    /** As it stands once it is submitted. */
    public Commitment standing() {
        return Folding.after(null, event(), submitted, HealthRules.DEFAULT);
    }

    public static MilestoneId milestone(int number) {
        return new MilestoneId("a%07d-0000-5000-8000-000000000001".formatted(number));
    }

    public static IndicatorId indicator(int number) {
        return new IndicatorId("b%07d-0000-5000-8000-000000000002".formatted(number));
    }

    public static PeriodId period(int number) {
        return new PeriodId("c%07d-0000-5000-8000-000000000003".formatted(number));
    }

    public static UpdateId update(int number) {
        return new UpdateId("d%07d-0000-5000-8000-000000000004".formatted(number));
    }

    /** A year's period without actual. */
    public static Indicator.Period year(int number, int year, @Nullable Value target) {
        return Indicator.Period.planned(period(number), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), target);
    }

    public static Value number(String digits) {
        return new Value.Quantity(new BigDecimal(digits));
    }

    public static Value words(String text) {
        return new Value.Words(text);
    }

    public static Instant noonOf(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }

    /** Folds events as recorded at {@code at}. */
    public static Commitment fold(Commitment before, Instant at, List<? extends CommitmentEvent> events) {
        Commitment after = before;
        for (CommitmentEvent event : events) {
            after = Folding.after(after, event, at, HealthRules.DEFAULT);
        }
        return after;
    }

    /** Decides and folds. */
    public static Commitment then(Commitment before, Instant at, CommitmentCommand command) {
        return fold(before, at, Deciding.decide(before, command, at, HealthRules.DEFAULT));
    }
}
