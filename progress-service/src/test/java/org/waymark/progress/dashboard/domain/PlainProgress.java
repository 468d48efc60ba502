package org.waymark.progress.dashboard.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.CommitmentEvents.*;

/** How far a commitment without milestones has come on one day: by looking up what was said of that day. */
final class PlainProgress {

    private record Measured(NewIndicator indicator, LocalDate added, List<Span> periods) {}

    private record Span(
            NewPeriod plan,
            LocalDate added,
            TreeMap<LocalDate, BigDecimal> said,
            TreeMap<LocalDate, BigDecimal> found) {}

    private final Map<String, Measured> indicators = new LinkedHashMap<>();

    void learn(CommitmentEvents event, LocalDate day) {
        switch (event) {
            case Submitted e -> e.indicators().forEach(one -> added(one, day));
            case IndicatorAdded e -> added(e.indicator(), day);
            case PeriodAdded e -> added(e.indicatorId(), e.period(), day);
            case ProgressReported e -> said(e.retracted(), e.actuals(), e.effective(), day);
            case UpdateResubmitted e -> said(e.retracted(), e.actuals(), e.effective(), day);
            case ActualCorrected e -> corrected(e.actual(), day);
            case UpdateVerified e -> e.actuals().forEach(one -> verified(one, day));
            default -> {}
        }
    }

    private void added(NewIndicator indicator, LocalDate day) {
        indicators.put(indicator.id(), new Measured(indicator, day, new ArrayList<>()));
        indicator.periods().forEach(period -> added(indicator.id(), period, day));
    }

    private void added(String indicator, NewPeriod period, LocalDate day) {
        Span span = new Span(period, day, new TreeMap<>(), new TreeMap<>());
        if (period.actual() != null) {
            span.said().put(day, period.actual());
        }
        Measured measured = indicators.get(indicator);
        if (measured != null) {
            measured.periods().add(span);
        }
    }

    private void said(@Nullable Retraction retracted, List<Actual> actuals, LocalDate effective, LocalDate day) {
        if (retracted != null) {
            retracted.actuals().forEach(one -> spans(one).forEach(span -> fallen(span.said(), one.value(), day)));
        }
        for (Actual actual : actuals) {
            for (Span span : spans(actual)) {
                if (actual.value() != null) {
                    if (actual.outdated() == null) {
                        span.said().tailMap(effective).clear();
                    }
                    span.said().put(effective, actual.value());
                }
            }
        }
    }

    private static void fallen(TreeMap<LocalDate, BigDecimal> said, @Nullable BigDecimal value, LocalDate day) {
        if (value == null) {
            said.clear();
            return;
        }
        LocalDate from = said.isEmpty() ? day : said.lastKey();
        said.remove(from);
        if (said.isEmpty() || said.lastEntry().getValue().compareTo(value) != 0) {
            said.put(from, value);
        }
    }

    private void corrected(Actual actual, LocalDate day) {
        for (Span span : spans(actual)) {
            if (actual.value() == null) {
                span.said().clear();
            } else {
                span.said().put(span.said().isEmpty() ? day : span.said().lastKey(), actual.value());
            }
        }
    }

    private void verified(Actual actual, LocalDate day) {
        if (actual.value() != null) {
            spans(actual).forEach(span -> span.found().put(day, actual.value()));
        }
    }

    private List<Span> spans(Actual actual) {
        return indicators.values().stream()
                .flatMap(one -> one.periods().stream())
                .filter(one -> one.plan().id().equals(actual.periodId()))
                .toList();
    }

    Optional<BigDecimal> selfReported(LocalDate day) {
        return mean(day, true);
    }

    Optional<BigDecimal> verified(LocalDate day) {
        return mean(day, false);
    }

    private Optional<BigDecimal> mean(LocalDate day, boolean isSaid) {
        BigDecimal sum = BigDecimal.ZERO;
        int known = 0;
        for (Measured one : indicators.values()) {
            Span latest = null;
            for (Span span : one.periods()) {
                boolean isDue = !span.plan().end().isAfter(day) && !span.added().isAfter(day);
                if (isDue
                        && (latest == null
                                || span.plan().end().isAfter(latest.plan().end()))) {
                    latest = span;
                }
            }
            Map.Entry<LocalDate, BigDecimal> value =
                    latest == null ? null : (isSaid ? latest.said() : latest.found()).floorEntry(day);
            if (latest != null && value != null && latest.plan().target() != null) {
                sum = sum.add(way(one.indicator(), latest.plan().target(), value.getValue()));
                known++;
            }
        }
        return known == 0
                ? Optional.empty()
                : Optional.of(rounded(sum.divide(new BigDecimal(known), MathContext.DECIMAL64)));
    }

    /** Every indicator of a random history has a baseline, below its target. */
    private static BigDecimal way(NewIndicator indicator, BigDecimal target, BigDecimal value) {
        Baseline baseline = indicator.baseline();
        BigDecimal from = baseline == null || baseline.value() == null ? BigDecimal.ZERO : baseline.value();
        BigDecimal way = value.subtract(from).divide(target.subtract(from), MathContext.DECIMAL64);
        return way.signum() < 0 ? BigDecimal.ZERO : way.compareTo(BigDecimal.ONE) > 0 ? BigDecimal.ONE : way;
    }

    static BigDecimal ratio(long some, long all) {
        return rounded(new BigDecimal(some).divide(new BigDecimal(all), MathContext.DECIMAL64));
    }

    private static BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(4, RoundingMode.HALF_EVEN);
    }
}
