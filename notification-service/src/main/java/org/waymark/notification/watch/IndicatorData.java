package org.waymark.notification.watch;

import static org.waymark.notification.watch.CommitmentData.needed;
import static org.waymark.notification.watch.CommitmentData.orNone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.watch.domain.CommitmentEvent;
import org.waymark.notification.watch.domain.CommitmentEvent.Actual;
import org.waymark.notification.watch.domain.CommitmentEvent.Measure;
import org.waymark.notification.watch.domain.CommitmentEvent.Span;
import org.waymark.platform.Event;

/** What events say of indicators, their periods and values, as far as it is read. */
final class IndicatorData {

    private IndicatorData() {}

    static List<Actual> actuals(@Nullable List<Valued> values) {
        return orNone(values).stream().map(Valued::actual).toList();
    }

    record Measured(
            @Nullable String id,
            @Nullable String title,
            @Nullable Boolean ascending,
            @Nullable List<Spanned> periods) {

        Measure measure() {
            return new Measure(
                    needed(id, "indicator.id"),
                    needed(title, "indicator.title"),
                    needed(ascending, "indicator.ascending"),
                    orNone(periods).stream().map(Spanned::span).toList());
        }
    }

    record Spanned(
            @Nullable String id,
            @Nullable LocalDate start,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual) {

        Span span() {
            return new Span(needed(id, "period.id"), needed(start, "period.start"), target, actual);
        }
    }

    record Valued(
            @Nullable String indicatorId,
            @Nullable String periodId,
            @Nullable BigDecimal value) {

        Actual actual() {
            return new Actual(needed(indicatorId, "actual.indicatorId"), needed(periodId, "actual.periodId"), value);
        }
    }

    record Added(@Nullable Measured indicator) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.IndicatorAdded(
                    event.sequence(), needed(indicator, "indicator").measure());
        }
    }

    record PeriodAdded(
            @Nullable String indicatorId, @Nullable Spanned period) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.PeriodAdded(
                    event.sequence(),
                    needed(indicatorId, "indicatorId"),
                    needed(period, "period").span());
        }
    }

    record Corrected(@Nullable Valued actual) {

        CommitmentEvent of(Event event) {
            return new CommitmentEvent.ActualCorrected(
                    event.sequence(), needed(actual, "actual").actual());
        }
    }
}
