package org.waymark.prove;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Takes over what events say of milestones and of values. What they judge is read from the events themselves. */
final class Fold {

    private final Known known;

    Fold(Known known) {
        this.known = known;
    }

    void take(Announced event) {
        LocalDate day = event.day();
        JsonNode data = event.data();
        switch (event.what()) {
            case "submitted" -> {
                data.path("milestones").forEach(one -> addMilestone(one, day));
                data.path("indicators").forEach(one -> addIndicator(one, day));
            }
            case "milestone-added" -> addMilestone(data.path("milestone"), day);
            case "milestone-revised" ->
                named(event, one -> one.reweigh(data.path("weight").asInt()));
            case "milestone-rescheduled" ->
                named(event, one -> one.reschedule(event.date("from"), event.date("to"), day));
            case "milestone-overdue" -> named(event, Milestone::pass);
            case "milestone-verified" -> named(event, one -> one.verify(day));
            case "milestone-missed" -> named(event, one -> one.miss(day));
            case "milestone-cancelled" -> named(event, one -> one.cancel(day));
            case "indicator-added" -> addIndicator(data.path("indicator"), day);
            case "period-added" -> addPeriod(event.text("indicatorId"), data.path("period"), day);
            case "actual-corrected" -> {
                JsonNode actual = data.path("actual");
                period(actual, one -> one.reported().corrected(day, Period.number(actual, "value")));
            }
            case "progress-reported", "update-resubmitted" -> {
                retract(data.path("retracted"), day);
                report(event);
            }
            case "update-verified" -> verify(data, day);
            default -> {} // says nothing of milestones or values
        }
    }

    private void retract(JsonNode retracted, LocalDate day) {
        retracted.path("milestones").forEach(id -> milestone(id.asString(), Milestone::retract));
        retracted
                .path("actuals")
                .forEach(one -> period(one, period -> period.reported().retracted(day, Period.number(one, "value"))));
    }

    private void report(Announced event) {
        boolean evidenced = event.data().path("evidence").asInt(0) > 0;
        for (JsonNode claim : event.data().path("milestones")) {
            if (claim.path("status").asString("").equals("reached")) {
                LocalDate on = LocalDate.parse(claim.path("on").asString());
                milestone(claim.path("id").asString(), one -> one.claim(on, evidenced));
            }
        }
        event.data().path("actuals").forEach(actual -> state(event, actual));
    }

    private void state(Announced event, JsonNode actual) {
        BigDecimal value = Period.number(actual, "value");
        if (value == null) {
            return; // in words
        }
        LocalDate of = event.says("effective") ? event.date("effective") : event.day();
        period(actual, period -> {
            if (actual.path("outdated").asBoolean(false)) {
                period.reported().outdated(of, value);
            } else {
                period.reported().reported(of, value);
            }
        });
    }

    private void verify(JsonNode data, LocalDate day) {
        data.path("milestones").forEach(id -> milestone(id.asString(), one -> one.verify(day)));
        for (JsonNode actual : data.path("actuals")) {
            BigDecimal value = Period.number(actual, "value");
            if (value != null) {
                period(actual, period -> period.verify(day, value));
            }
        }
    }

    private void addMilestone(JsonNode milestone, LocalDate day) {
        known.milestones()
                .put(
                        milestone.path("id").asString(),
                        new Milestone(
                                day,
                                LocalDate.parse(milestone.path("due").asString()),
                                milestone.path("weight").asInt()));
    }

    private void addIndicator(JsonNode indicator, LocalDate day) {
        known.indicators().put(indicator.path("id").asString(), new Indicator(indicator, day));
    }

    private void addPeriod(String indicator, JsonNode period, LocalDate day) {
        Indicator found = known.indicators().get(indicator);
        if (found != null) {
            found.add(period, day);
        }
    }

    private void named(Announced event, Consumer<Milestone> change) {
        milestone(event.text("milestoneId"), change);
    }

    private void milestone(String id, Consumer<Milestone> change) {
        Milestone found = known.milestones().get(id);
        if (found != null) {
            change.accept(found);
        }
    }

    private void period(JsonNode actual, Consumer<Period> change) {
        Period found = known.period(
                actual.path("indicatorId").asString(), actual.path("periodId").asString());
        if (found != null) {
            change.accept(found);
        }
    }
}
