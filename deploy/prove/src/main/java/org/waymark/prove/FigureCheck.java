package org.waymark.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks the board for every figure of each scope, and counts it. */
final class FigureCheck {

    static final String SUMMARY = "/api/dashboard/summary";

    private final Api api;
    private final Collection<History> histories;
    private final Merges merges;
    private final Findings findings;
    private final Map<String, JsonNode> answers = new LinkedHashMap<>();

    FigureCheck(Api api, Collection<History> histories, Merges merges, Findings findings) {
        this.api = api;
        this.histories = histories;
        this.merges = merges;
        this.findings = findings;
    }

    static String path(Scope scope, Dates dates) {
        return SUMMARY + "?" + dates.query() + scope.query();
    }

    void check(List<Scope> scopes, Dates dates) {
        List<Counted> counted = counted(dates);
        for (Scope scope : scopes) {
            Figures figures = new Figures();
            counted.stream()
                    .filter(one -> merges.has(scope, one.history(), dates.knownAt()))
                    .forEach(one -> figures.add(one.figures()));
            check(scope, dates, figures);
        }
    }

    private record Counted(History history, Figures figures) {}

    private List<Counted> counted(Dates dates) {
        List<Counted> counted = new ArrayList<>();
        for (History history : histories) {
            Optional<Known> known = Known.of(history, dates.knownAt());
            known.ifPresent(it ->
                    counted.add(new Counted(history, Count.of(it, dates.asOf()).known(merges, dates.knownAt()))));
        }
        return counted;
    }

    private void check(Scope scope, Dates dates, Figures figures) {
        String path = path(scope, dates);
        try {
            JsonNode summary = api.get(path);
            answers.put(path, summary);
            new SummaryCheck(scope + " " + dates, figures, summary, findings).check(dates);
        } catch (Api.Unanswered e) {
            findings.unknown(e.getMessage());
        }
    }

    /** What the board said, by what it was asked. */
    Map<String, JsonNode> answers() {
        return answers;
    }
}
