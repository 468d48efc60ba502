package org.waymark.prove;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows the links of a summary: what stands behind each figure must add up to it, and be on the topic. */
final class LinkCheck {

    private final Api api;
    private final Map<String, History> histories;
    private final Merges merges;
    private final Findings findings;

    LinkCheck(Api api, Map<String, History> histories, Merges merges, Findings findings) {
        this.api = api;
        this.histories = histories;
        this.merges = merges;
        this.findings = findings;
    }

    /** @param summary as the board told it */
    void check(Scope scope, Dates dates, JsonNode summary) {
        JsonNode links = summary.path("links");
        if (!links.isObject()) {
            findings.unknown(FigureCheck.SUMMARY + " has no links");
            return;
        }
        for (String measure : new TreeSet<>(links.propertyNames())) {
            follow(scope, dates, measure, summary);
        }
        for (String measure : Measures.ALL) {
            JsonNode figure = summary.at(Measures.place(measure));
            if (figure.isNumber() && figure.decimalValue().signum() != 0 && !links.has(measure)) {
                findings.unknown(FigureCheck.SUMMARY + " has no link of " + measure);
            }
        }
    }

    private void follow(Scope scope, Dates dates, String measure, JsonNode summary) {
        String where = scope + " " + dates + " " + measure;
        JsonNode figure = summary.at(Measures.place(measure));
        if (!figure.isNumber()) {
            findings.unknown(FigureCheck.SUMMARY + " has a link of " + measure + " and no figure");
            return;
        }
        try {
            findings.compared(Part.LINKS);
            String wrong =
                    wrong(scope, dates, summary.path("links").path(measure).asString(), figure.decimalValue());
            if (wrong != null) {
                findings.differs(Part.LINKS, where + ": " + wrong);
            }
        } catch (Api.Unanswered e) {
            findings.unknown(e.getMessage() + " (link of " + measure + ")");
        }
    }

    private @Nullable String wrong(Scope scope, Dates dates, String link, BigDecimal figure) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode page : api.pages(link)) {
            for (JsonNode item : page.path("items")) {
                String stranger = stranger(scope, dates, item);
                if (stranger != null) {
                    return stranger;
                }
                sum = sum.add(item.path("change").decimalValue(BigDecimal.ZERO));
            }
            BigDecimal total = page.path("total").decimalValue(BigDecimal.ZERO);
            if (total.compareTo(figure) != 0) {
                return "figure " + figure + ", total of its events " + total;
            }
        }
        return sum.compareTo(figure) == 0 ? null : "figure " + figure + ", its events add up to " + sum;
    }

    /** What is wrong with an event that is listed; null where it is on the topic as it is told, and belongs here. */
    private @Nullable String stranger(Scope scope, Dates dates, JsonNode item) {
        String named = item.path("commitmentId").asString("") + " "
                + item.path("sequence").asLong(0);
        Announced event = event(item);
        if (event == null) {
            return "lists " + named + ", which is not on the topic";
        }
        if (!isTold(event, item)) {
            return "tells " + named + " otherwise than the topic";
        }
        History history = histories.get(event.commitment());
        boolean belongs = history != null
                && merges.has(scope, history, dates.knownAt())
                && !event.day().isAfter(dates.knownAt());
        return belongs ? null : "lists " + named + ", which does not belong here";
    }

    private @Nullable Announced event(JsonNode item) {
        History history = histories.get(item.path("commitmentId").asString(""));
        long sequence = item.path("sequence").asLong(0);
        return history == null || sequence < 1 || sequence > history.sequence()
                ? null
                : history.events().get((int) sequence - 1);
    }

    /** The feed calls it as the envelope does. */
    private static Instant told(JsonNode item) {
        return Instant.parse(item.path("recordedAt").asString(item.path("time").asString("")));
    }

    static boolean isTold(Announced event, JsonNode item) {
        String type = item.path("type").asString("");
        try {
            return (type.equals(event.type()) || type.equals(event.what()))
                    && told(item).equals(event.time().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return false;
        }
    }
}
