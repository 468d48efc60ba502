package org.waymark.notification.watch.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.CommitmentEvent.Actual;
import org.waymark.notification.watch.domain.CommitmentEvent.Measure;
import org.waymark.notification.watch.domain.CommitmentEvent.ProgressReported;
import org.waymark.notification.watch.domain.CommitmentEvent.Span;

/**
 * What is measured. Its value is that of the latest period that has one.
 *
 * @param ascending false where less is better
 * @param regress null while the value has not gone the wrong way
 * @param same the sequences of the reports in a row that gave this value, the first {@link #MOST_ALIKE} of them
 * @param bare since which event a value of it is reported with no evidence; null while none is
 */
public record Indicator(
        String id,
        String title,
        boolean ascending,
        List<Period> periods,
        @Nullable Regress regress,
        List<Long> same,
        @Nullable Long bare) {

    private static final int MOST_ALIKE = 12;

    /**
     * @param verified whether its value is verified as it stands
     * @param corrected the event that changed the value after it had been verified; null for none
     */
    public record Period(
            String id,
            LocalDate start,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual,
            boolean verified,
            @Nullable Long corrected) {

        private boolean wasVerified() {
            return verified || corrected != null;
        }

        static Period of(Span span) {
            return new Period(span.id(), span.start(), span.target(), span.actual(), false, null);
        }
    }

    /** @param from the value it had before, and has to reach again */
    public record Regress(BigDecimal from, long since) {}

    static Indicator of(Measure measure) {
        return new Indicator(
                measure.id(),
                measure.title(),
                measure.ascending(),
                measure.periods().stream().map(Period::of).toList(),
                null,
                List.of(),
                null);
    }

    Indicator with(Span added) {
        List<Period> next =
                Stream.concat(periods.stream(), Stream.of(Period.of(added))).toList();
        return new Indicator(id, title, ascending, next, regress, same, bare);
    }

    public @Nullable BigDecimal value() {
        return latest().map(Period::actual).orElse(null);
    }

    private Optional<Period> latest() {
        return periods.stream().filter(one -> one.actual() != null).max(Comparator.comparing(Period::start));
    }

    private boolean isLatest(String periodId) {
        return latest().map(Period::id).filter(periodId::equals).isPresent();
    }

    /** An import brings no evidence along, and is not asked for it. */
    Indicator reported(Actual actual, ProgressReported report) {
        long sequence = report.sequence();
        Indicator next = put(actual.periodId(), one -> valued(one, actual.value(), null));
        boolean evidenced = report.source().evidenced() || report.backlog();
        return new Indicator(
                id,
                title,
                ascending,
                next.periods,
                gone(next, sequence),
                alike(next, actual, report),
                evidenced ? null : Long.valueOf(bare == null ? sequence : bare));
    }

    Indicator retracted(Actual actual) {
        Indicator next = put(actual.periodId(), one -> valued(one, actual.value(), null));
        return new Indicator(id, title, ascending, next.periods, recovered(next), List.of(), null);
    }

    Indicator corrected(Actual actual, long sequence) {
        Indicator next = put(
                actual.periodId(),
                one -> valued(one, actual.value(), one.wasVerified() ? Long.valueOf(sequence) : null));
        return new Indicator(id, title, ascending, next.periods, recovered(next), List.of(sequence), bare);
    }

    Indicator verified(Actual actual) {
        Indicator next = put(
                actual.periodId(), one -> new Period(one.id(), one.start(), one.target(), one.actual(), true, null));
        return new Indicator(id, title, ascending, next.periods, regress, same, null);
    }

    private static Period valued(Period period, @Nullable BigDecimal value, @Nullable Long corrected) {
        return new Period(period.id(), period.start(), period.target(), value, false, corrected);
    }

    private Indicator put(String periodId, UnaryOperator<Period> change) {
        List<Period> next = periods.stream()
                .map(one -> one.id().equals(periodId) ? change.apply(one) : one)
                .toList();
        return new Indicator(id, title, ascending, next, regress, same, bare);
    }

    private @Nullable Regress gone(Indicator next, long sequence) {
        BigDecimal before = value();
        if (regress != null) {
            return recovered(next);
        }
        return before != null && next.isWorseThan(before) ? new Regress(before, sequence) : null;
    }

    private @Nullable Regress recovered(Indicator next) {
        return regress != null && next.isWorseThan(regress.from()) ? regress : null;
    }

    private boolean isWorseThan(BigDecimal other) {
        BigDecimal value = value();
        return value != null && (ascending ? value.compareTo(other) < 0 : value.compareTo(other) > 0);
    }

    /** One said again is no further report of the same value, nor is one of an earlier period. */
    private List<Long> alike(Indicator next, Actual actual, ProgressReported report) {
        BigDecimal before = value();
        BigDecimal now = next.value();
        if (now == null || before == null || now.compareTo(before) != 0) {
            return now == null ? List.of() : List.of(report.sequence());
        }
        if (report.source().again() || same.size() == MOST_ALIKE || !next.isLatest(actual.periodId())) {
            return same;
        }
        List<Long> longer = new ArrayList<>(same);
        longer.add(report.sequence());
        return List.copyOf(longer);
    }

    /** The event with which as many reports in a row had given the same value; null while they have not. */
    @Nullable
    Long stalledSince(int reports) {
        return same.size() < reports || isThere() ? null : same.get(reports - 1);
    }

    /** Whether the target is met: it need not move any more. */
    private boolean isThere() {
        BigDecimal target = latest().map(Period::target).orElse(null);
        return target != null && !isWorseThan(target);
    }
}
