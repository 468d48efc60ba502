package org.waymark.prove;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A topic written by hand. Every event is recorded at noon (UTC) of its day. */
final class HandMade implements Source {

    static final String ONE = "00000001-0000-4000-8000-000000000000";
    static final String TWO = "00000002-0000-4000-8000-000000000000";

    final List<Announced> announced = new ArrayList<>();
    final List<Announced> ofPartners = new ArrayList<>();

    /** The next event of a commitment. */
    HandMade add(String commitment, String day, String what, String data) {
        long sequence = announced.stream()
                        .filter(one -> one.commitment().equals(commitment))
                        .mapToLong(Announced::sequence)
                        .max()
                        .orElse(0)
                + 1;
        announced.add(event(commitment, sequence, day + "T12:00:00Z", what, data));
        return this;
    }

    HandMade add(String day, String what, String data) {
        return add(ONE, day, what, data);
    }

    /** A commitment with the plan given, in El Salvador and Honduras, for targets 8.7 and 10.7. */
    HandMade submitted(String commitment, String day, String milestones, String indicators) {
        return add(commitment, day, "submitted", """
                {"title": "Fair & square", "lead": {"partnerId": "p-1"}, "groupId": "g-1", "workstream": "Fair recruitment",
                 "level": "country", "countries": ["SLV", "HND"], "regions": ["013"], "sdgTargets": ["8.7", "10.7"],
                 "start": "2026-01-01", "status": "submitted", "milestones": [%s], "indicators": [%s],
                 "health": {"status": "unknown", "reasons": []}, "by": "partner", "backlog": false}
                """.formatted(milestones, indicators));
    }

    HandMade submitted(String day, String milestones, String indicators) {
        return submitted(ONE, day, milestones, indicators);
    }

    static String milestone(String id, String due, int weight) {
        return """
                {"id": "%s", "title": "%s", "due": "%s", "weight": %d}""".formatted(id, id, due, weight);
    }

    /** One period, from the year's first day to its last, of an indicator with the same id. */
    static String indicator(String id, String more, String period) {
        return """
                {"id": "%s", "title": "%s", "measure": "unit", %s, "periods": [{"id": "%s", "start": "2026-01-01", %s}]}""".formatted(id, id, more, id, period);
    }

    /** An update of organization p-1; {@code more} begins with a comma. */
    HandMade reported(String day, String milestones, String actuals, int evidence, String more) {
        return add(day, "progress-reported", update(milestones, actuals, evidence, more));
    }

    HandMade reported(String day, String milestones, String actuals) {
        return reported(day, milestones, actuals, 0, ", \"effective\": \"" + day + "\"");
    }

    HandMade claimed(String day, String milestone, String on) {
        return reported(day, claim(milestone, on), "");
    }

    static String update(String milestones, String actuals, int evidence, String more) {
        return """
                {"updateId": "u", "organizationId": "p-1", "milestones": [%s], "actuals": [%s], "evidence": %d,
                 "health": {"status": "on-track", "reasons": []} %s}
                """.formatted(milestones, actuals, evidence, more);
    }

    static String claim(String milestone, String on) {
        return """
                {"id": "%s", "status": "reached", "on": "%s"}""".formatted(milestone, on);
    }

    static String actual(String indicator, String value) {
        return """
                {"indicatorId": "%s", "periodId": "%s", "value": %s}""".formatted(indicator, indicator, value);
    }

    static String outdated(String indicator, String value) {
        return """
                {"indicatorId": "%s", "periodId": "%s", "value": %s, "outdated": true}""".formatted(indicator, indicator, value);
    }

    static Announced event(String commitment, long sequence, String time, String what, String data) {
        return new Announced(
                commitment,
                sequence,
                commitment + "/" + sequence,
                "org.waymark.commitment." + what + ".v1",
                Instant.parse(time),
                Json.read(data.getBytes(StandardCharsets.UTF_8)),
                "partition 0 offset " + sequence);
    }

    @Override
    public Log read() {
        return new Log(announced, List.of(), merges());
    }

    Merges merges() {
        return Merges.of(ofPartners);
    }

    /** On the other topic. */
    HandMade merged(String partner, String day, String into) {
        ofPartners.add(new Announced(
                partner,
                2,
                partner + "/2",
                "org.waymark.partner.merged.v1",
                Instant.parse(day + "T12:00:00Z"),
                Json.read("{\"into\": \"%s\"}".formatted(into).getBytes(StandardCharsets.UTF_8)),
                "partition 0 offset 2"));
        return this;
    }

    Map<String, History> histories() {
        return new Order(new Findings()).check(read());
    }

    History history() {
        return histories().values().iterator().next();
    }
}
