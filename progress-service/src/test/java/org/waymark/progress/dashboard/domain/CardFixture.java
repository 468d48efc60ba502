package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Card.Health;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Actual;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Baseline;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Claim;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Lead;
import org.waymark.progress.dashboard.domain.CommitmentEvents.NewIndicator;
import org.waymark.progress.dashboard.domain.CommitmentEvents.NewMilestone;
import org.waymark.progress.dashboard.domain.CommitmentEvents.NewPeriod;
import org.waymark.progress.dashboard.domain.CommitmentEvents.Submitted;

/** What a commitment's submission says, and the card it makes; valid by default. */
final class CardFixture {

    static final Health UNKNOWN = new Health("unknown", List.of(), null);
    static final Health ON_TRACK = new Health("on-track", List.of(), null);
    static final Health OVERDUE = new Health("at-risk", List.of("overdue"), null);

    private String lead = "iom";
    private String group = "default";
    private @Nullable String workstream;
    private String level = "country";
    private List<String> countries = List.of("SLV", "HND");
    private @Nullable List<String> regions;
    private List<String> targets = List.of("8.7");
    private final List<NewMilestone> milestones = new ArrayList<>();
    private final List<NewIndicator> indicators = new ArrayList<>();
    private Instant submittedAt = noonOf("2026-01-10");

    private CardFixture() {}

    static CardFixture aCard() {
        return new CardFixture();
    }

    CardFixture of(String partner, String itsGroup, String itsLevel, String... itsCountries) {
        lead = partner;
        group = itsGroup;
        level = itsLevel;
        countries = List.of(itsCountries);
        return this;
    }

    CardFixture inWorkstream(String name) {
        workstream = name;
        return this;
    }

    CardFixture inRegions(String... codes) {
        regions = List.of(codes);
        return this;
    }

    CardFixture towards(String... sdgTargets) {
        targets = List.of(sdgTargets);
        return this;
    }

    CardFixture submittedOn(String day) {
        submittedAt = noonOf(day);
        return this;
    }

    CardFixture milestone(String id, String due, int weight) {
        milestones.add(new NewMilestone(id, "Milestone " + id, LocalDate.parse(due), weight));
        return this;
    }

    CardFixture indicator(String measure, @Nullable String baseline, NewPeriod... periods) {
        return indicator(measure, true, baseline, periods);
    }

    CardFixture indicator(String measure, boolean ascending, @Nullable String baseline, NewPeriod... periods) {
        Baseline from = baseline == null ? null : new Baseline(2025, new BigDecimal(baseline));
        indicators.add(
                new NewIndicator("i" + indicators.size(), "Indicator", measure, ascending, from, List.of(periods)));
        return this;
    }

    Submitted event() {
        return new Submitted(
                "Corridors",
                new Lead(lead),
                List.of("unicef"),
                group,
                workstream,
                workstream == null ? null : 2026,
                level,
                countries,
                regions,
                targets,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 12, 31),
                "submitted",
                milestones,
                indicators,
                UNKNOWN);
    }

    Card card() {
        return CardFold.apply(null, event(), submittedAt);
    }

    static NewPeriod year(int year, @Nullable String target, @Nullable String actual) {
        return new NewPeriod(
                "p" + year,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                target == null ? null : new BigDecimal(target),
                actual == null ? null : new BigDecimal(actual));
    }

    static Claim reached(String milestone, String on) {
        return new Claim(milestone, "reached", LocalDate.parse(on));
    }

    static Claim begun(String milestone) {
        return new Claim(milestone, "in-progress", null);
    }

    static Actual actual(String period, @Nullable String value) {
        return new Actual("i0", period, value == null ? null : new BigDecimal(value), null);
    }

    static Instant noonOf(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }
}
