package org.waymark.prove;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares every card with what its commitment's events say. None may be missing, none invented. */
final class CardCheck {

    private static final List<String> MILESTONES =
            List.of("reached", "verified", "missed", "cancelled", "overdue", "slips", "slippedDays");

    private final LocalDate today;
    private final Findings findings;

    CardCheck(LocalDate today, Findings findings) {
        this.today = today;
        this.findings = findings;
    }

    void check(Map<String, History> histories, Map<String, JsonNode> cards) {
        histories.forEach((id, history) -> {
            JsonNode card = cards.get(id);
            findings.compared(Part.CARDS);
            if (card == null) {
                findings.differs(Part.CARDS, id + ": not on the board");
            } else {
                check(history, card);
            }
        });
        for (String id : new TreeSet<>(cards.keySet())) {
            if (!histories.containsKey(id)) {
                findings.compared(Part.CARDS);
                findings.differs(Part.CARDS, id + ": not on the topic");
            }
        }
    }

    private void check(History history, JsonNode card) {
        List<String> wrong = new ArrayList<>(said(history, card));
        Known known = Known.of(history, LocalDate.MAX).orElseThrow();
        List<String> today = counted(known, card, this.today);
        // A card says what was said, even of a day that has begun somewhere and not yet in UTC.
        wrong.addAll(
                today.isEmpty() || counted(known, card, this.today.plusDays(1)).isEmpty() ? List.of() : today);
        if (!wrong.isEmpty()) {
            findings.differs(Part.CARDS, history.commitment() + ": " + String.join("; ", wrong));
        }
    }

    private List<String> said(History history, JsonNode card) {
        List<String> wrong = new ArrayList<>();
        compare("sequence", String.valueOf(history.sequence()), card.path("sequence"), wrong);
        compare("title", title(history), card.path("title"), wrong);
        compare("status", Count.status(history.events()), card.path("status"), wrong);
        compare("health", Count.health(history.events()), card.at("/health/status"), wrong);
        if (card.hasNonNull("incompleteSince")) {
            wrong.add("incomplete since " + card.path("incompleteSince").asString());
        }
        return wrong;
    }

    private List<String> counted(Known known, JsonNode card, LocalDate day) {
        List<String> wrong = new ArrayList<>();
        Figures figures = Count.of(known, day);
        for (String name : MILESTONES) {
            number("milestones." + name, figures, card, wrong);
        }
        number("updates", figures, card, wrong);
        number("updatesVerified", figures, card, wrong);
        progress("selfReported", Progress.selfReported(known, day), card, wrong);
        progress("verified", Progress.verified(known, day), card, wrong);
        return wrong;
    }

    private static String title(History history) {
        return history.events().stream()
                .filter(one -> one.is("submitted") || one.is("revised"))
                .map(one -> one.text("title"))
                .reduce("", (earlier, later) -> later);
    }

    private void number(String measure, Figures figures, JsonNode card, List<String> wrong) {
        JsonNode told = card.at("/" + measure.replace('.', '/'));
        if (told.isMissingNode()) {
            findings.unknown("cards do not tell " + measure);
        } else {
            compare(measure, String.valueOf(figures.of(measure)), told, wrong);
        }
    }

    private static void compare(String what, String topic, JsonNode told, List<String> wrong) {
        if (!Objects.equals(topic, told.asString(""))) {
            wrong.add(what + ": topic " + topic + ", board " + told.asString("nothing"));
        }
    }

    private static void progress(String what, @Nullable BigDecimal topic, JsonNode card, List<String> wrong) {
        JsonNode told = card.path("progress").path(what);
        boolean same = topic == null
                ? told.isMissingNode() || told.isNull()
                : told.isNumber() && told.decimalValue().compareTo(topic) == 0;
        if (!same) {
            wrong.add("progress." + what + ": topic " + (topic == null ? "unknown" : topic.toPlainString()) + ", board "
                    + (told.isMissingNode() ? "unknown" : told));
        }
    }
}
