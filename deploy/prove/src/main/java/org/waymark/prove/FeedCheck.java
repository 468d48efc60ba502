package org.waymark.prove;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Reads the public feed from its start: every event of the topic exactly once, and each commitment's in order. */
final class FeedCheck {

    private static final String FEED = "/api/feed";
    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final Api api;
    private final Map<String, History> histories;
    private final Findings findings;
    private final Map<String, Long> reached = new HashMap<>();
    private long found;

    FeedCheck(Api api, Map<String, History> histories, Findings findings) {
        this.api = api;
        this.histories = histories;
        this.findings = findings;
    }

    /** @param patience how long to wait for the feed to come to the end of the topic */
    void check(Duration patience) {
        long events = histories.values().stream().mapToLong(History::sequence).sum();
        long began = System.nanoTime();
        try {
            String after = read("");
            while (found < events && System.nanoTime() - began < patience.toNanos()) {
                LockSupport.parkNanos(PAUSE);
                after = read(after);
            }
            histories.values().forEach(this::wholly);
        } catch (Api.Unanswered e) {
            findings.unknown(e.getMessage());
        }
    }

    /** Reads on to the present end; returns where to go on. */
    private String read(String after) {
        String at = after;
        while (true) {
            JsonNode page = api.get(Api.withLimit(
                    at.isEmpty() ? FEED : FEED + "?after=" + URLEncoder.encode(at, StandardCharsets.UTF_8)));
            page.path("items").forEach(this::take);
            String next = page.path("next").asString("");
            if (next.isEmpty() || next.equals(at) || page.path("items").isEmpty()) {
                return next.isEmpty() ? at : next;
            }
            at = next;
        }
    }

    private void take(JsonNode item) {
        String commitment =
                item.path("commitmentId").asString(item.path("subject").asString(""));
        long sequence = item.path("sequence").asLong(0);
        if (commitment.isEmpty() || sequence < 1) {
            findings.unknown(FEED + " has items without commitmentId and sequence");
            return;
        }
        findings.compared(Part.FEED);
        String named = commitment + " " + sequence;
        long before = reached.getOrDefault(commitment, 0L);
        History history = histories.get(commitment);
        if (history == null || sequence > history.sequence()) {
            findings.differs(Part.FEED, named + ": not on the topic");
        } else if (sequence <= before) {
            findings.differs(Part.FEED, named + ": once more, behind " + before);
        } else if (sequence > before + 1) {
            findings.differs(Part.FEED, named + ": behind " + before);
        } else if (!LinkCheck.isTold(history.events().get((int) sequence - 1), item)) {
            findings.differs(Part.FEED, named + ": told otherwise than on the topic");
        } else {
            found++;
        }
        reached.merge(commitment, sequence, Math::max);
    }

    private void wholly(History history) {
        long last = reached.getOrDefault(history.commitment(), 0L);
        if (last < history.sequence()) {
            findings.compared(Part.FEED);
            findings.differs(
                    Part.FEED, history.commitment() + ": ends with " + last + ", the topic with " + history.sequence());
        }
    }
}
