package org.waymark.progress.commitments.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.Page;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.Commitments.PastEvent;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.CommitmentId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/commitments/{id}/history}: who did what, when and why, each entry the event itself. */
@RestController
@RequestMapping("/api/commitments/{id}/history")
class HistoryController {

    /**
     * One event.
     *
     * @param id of the event, as on the topic
     * @param organizationId whose act it was; null where time did it
     * @param client that sent it; for the secretariat's eyes
     * @param effective the day from which it holds, and
     * @param recordedAt when it became known
     * @param texts the reason and other words that the public event has only hashes of
     * @param data the public event
     */
    record Entry(
            long sequence,
            String id,
            String type,
            @Nullable String organizationId,
            @Nullable String client,
            LocalDate effective,
            Instant recordedAt,
            @Nullable Map<String, String> texts,
            JsonNode data) {}

    private final Commitments commitments;
    private final JsonMapper json;

    HistoryController(Commitments commitments, JsonMapper json) {
        this.commitments = commitments;
        this.json = json;
    }

    /** The newest first; the cursor is the sequence of the last one. */
    @GetMapping
    Page<Entry> history(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        Page.checkLimit(limit);
        Standing standing = commitments.find(new CommitmentId(id)).orElseThrow(() -> Problem.notFound("commitment"));
        long end = standing.sequence() + 1;
        long before = cursor == null ? end : Math.clamp(cursor, 1, end);
        boolean all = Caller.current().has("secretariat");
        List<Entry> items = commitments.history(standing.id(), before, limit).stream()
                .map(event -> entry(standing, event, all))
                .toList();
        long first = items.isEmpty() ? 1 : items.getLast().sequence();
        return new Page<>(items, first > 1 ? "" + first : null);
    }

    private Entry entry(Standing standing, PastEvent event, boolean all) {
        JsonNode data = json.readTree(event.json());
        Map<String, String> texts = new LinkedHashMap<>();
        event.texts().forEach(text -> texts.put(text.name(), text.text()));
        return new Entry(
                event.sequence(),
                event.id(),
                event.type(),
                event.client() == null ? null : organization(standing, data),
                all ? event.client() : null,
                event.effective(),
                event.recordedAt(),
                texts.isEmpty() ? null : texts,
                data);
    }

    /** Each act names its organization, but for the submission, which names the lead partner. */
    private static String organization(Standing standing, JsonNode data) {
        return data.path("organizationId")
                .asString(standing.commitment().promise().lead().value());
    }
}
