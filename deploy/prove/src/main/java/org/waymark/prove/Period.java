package org.waymark.prove;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A span of time with what was aimed at, what was reported and what reviewers found. */
final class Period {

    private final LocalDate added;
    private final LocalDate end;
    private final @Nullable BigDecimal target;
    private final List<Verified> verified = new ArrayList<>();
    private final Statements reported;

    private record Verified(LocalDate recorded, BigDecimal value) {}

    Period(JsonNode period, LocalDate added) {
        this.added = added;
        this.end = LocalDate.parse(period.path("end").asString());
        this.target = number(period, "target");
        this.reported = new Statements(added);
        BigDecimal actual = number(period, "actual");
        if (actual != null) {
            reported.given(actual);
        }
    }

    static @Nullable BigDecimal number(JsonNode of, String field) {
        return of.path(field).isNumber() ? of.path(field).decimalValue() : null;
    }

    void verify(LocalDate recorded, BigDecimal value) {
        verified.add(new Verified(recorded, value));
    }

    boolean isDueOn(LocalDate day) {
        return !added.isAfter(day) && !end.isAfter(day);
    }

    Statements reported() {
        return reported;
    }

    LocalDate end() {
        return end;
    }

    @Nullable
    BigDecimal target() {
        return target;
    }

    @Nullable
    BigDecimal reportedOn(LocalDate day) {
        return reported.on(day);
    }

    @Nullable
    BigDecimal verifiedOn(LocalDate day) {
        return verified.stream()
                .filter(one -> !one.recorded().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Verified::value)
                .orElse(null);
    }
}
