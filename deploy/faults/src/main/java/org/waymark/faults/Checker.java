package org.waymark.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.waymark.faults.History.Acknowledged;
import org.waymark.faults.History.Promised;
import org.waymark.faults.History.Refused;
import org.waymark.faults.Verdict.Wrong;
import tools.jackson.databind.JsonNode;

/** Compares what clients were told with what is committed, announced, on the board, in the totals and alerted. */
final class Checker {

    private static final long PAUSE = Duration.ofMillis(250).toNanos();
    /** Between two questions of one look something may be committed; it is no violation for that long. */
    private static final int LOOKS = 12;

    private final Client board;
    private final Client alerts;
    private final Topic topic;
    private final String partner;
    private final History history;
    private final boolean missed;

    /**
     * @param partner whose commitments these are, all of them
     * @param missed whether the clock has passed the milestones that nobody claims
     */
    Checker(Client board, Client alerts, Topic topic, String partner, History history, boolean missed) {
        this.board = board;
        this.alerts = alerts;
        this.topic = topic;
        this.partner = partner;
        this.history = history;
        this.missed = missed;
    }

    /** Committed updates of one commitment as the API lists them, the oldest first. */
    record Listed(String id, String key, long sequence) {}

    /** Looks again until all is well, or what is wrong stays wrong, or the patience is at its end. */
    Verdict check(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Verdict verdict = answered(deadline);
        int lasting = 0;
        while (!verdict.isClean() && lasting < LOOKS && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE);
            verdict = answered(deadline);
            lasting = verdict.isMoreThanLate() ? lasting + 1 : 0;
        }
        return verdict;
    }

    /** A question that is not answered now says nothing about what was lost; one that is never answered does. */
    private Verdict answered(long deadline) {
        while (true) {
            try {
                return look();
            } catch (Client.NoAnswer e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private Verdict look() {
        Verdict verdict = new Verdict();
        topic.read();
        long updates = 0;
        long reached = 0;
        for (Promised promised : history.commitments()) {
            List<Listed> listed = listed(promised.id());
            updates += listed.size();
            reached +=
                    said(listed).stream().filter(one -> one.reached() != null).count();
            told(promised.id(), listed, verdict);
            new TopicCheck(promised, listed, missed).check(topic.of(promised.id()), verdict);
            onTheBoard(promised.id(), listed, verdict);
            new AlertCheck(promised, said(listed), missed)
                    .check(alerts.get("/api/alerts?limit=200&commitment=" + promised.id()), verdict);
        }
        inTheTotals(updates, reached, verdict);
        return verdict;
    }

    private void told(String id, List<Listed> listed, Verdict verdict) {
        Map<String, Listed> byKey = new HashMap<>();
        for (Listed one : listed) {
            if (byKey.put(one.key(), one) != null) {
                verdict.add(Wrong.DOUBLED, "committed twice: " + one);
            }
            if (history.said(one.key()) == null || history.heard(one.key()) instanceof Refused) {
                verdict.add(Wrong.INVENTED, "committed though nobody was told so: " + one);
            }
        }
        for (Said said : history.acknowledgedOf(id)) {
            Listed found = byKey.get(said.key());
            if (found == null) {
                verdict.add(Wrong.LOST, "acknowledged and not committed: " + said);
            } else if (!new Acknowledged(found.id(), found.sequence()).equals(history.heard(said.key()))) {
                verdict.add(Wrong.MISORDERED, "told otherwise: " + history.heard(said.key()) + ", stored " + found);
            }
        }
    }

    private void onTheBoard(String id, List<Listed> listed, Verdict verdict) {
        String path = "/api/dashboard/commitments/" + id;
        if (board.tryGet(path).filter(answer -> answer.status() == 404).isPresent()) {
            verdict.add(Wrong.LOST, "no card: " + id);
            return;
        }
        JsonNode card = board.get(path);
        verdict.compare(
                "updates on the card " + id, listed.size(), card.at("/updates").asLong());
        if (card.has("incompleteSince")) {
            verdict.add(Wrong.LOST, "the card is incomplete: " + id);
        }
        String latest = listed.isEmpty() ? "" : listed.getLast().id();
        if (!card.at("/lastUpdate/id").asString("").equals(latest)) {
            verdict.add(Wrong.LOST, "not the latest on the card: " + id);
        }
    }

    private void inTheTotals(long updates, long reached, Verdict verdict) {
        JsonNode summary = board.get("/api/dashboard/summary?partner=" + partner);
        long commitments = history.commitments().size();
        verdict.compare(
                "commitments in the totals",
                commitments,
                summary.at("/commitments").asLong());
        verdict.compare("updates in the totals", updates, summary.at("/updates").asLong());
        verdict.compare(
                "reached in the totals",
                reached,
                summary.at("/milestones/reached").asLong());
        verdict.compare(
                "overdue in the totals",
                missed ? commitments : 0,
                summary.at("/milestones/overdue").asLong());
    }

    private List<Said> said(List<Listed> listed) {
        List<Said> said = new ArrayList<>();
        for (Listed one : listed) {
            Said found = history.said(one.key());
            if (found != null) {
                said.add(found);
            }
        }
        return said;
    }

    private List<Listed> listed(String id) {
        List<Listed> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = board.get("/api/commitments/" + id + "/updates?limit=200" + cursor);
            page.at("/items")
                    .forEach(item -> found.add(new Listed(
                            item.at("/id").asString(),
                            item.at("/narrative").asString(""),
                            item.at("/sequence").asLong())));
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        return found.reversed();
    }
}
