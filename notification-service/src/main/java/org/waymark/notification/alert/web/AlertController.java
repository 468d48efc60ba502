package org.waymark.notification.alert.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.notification.Page;
import org.waymark.notification.Rights;
import org.waymark.notification.alert.domain.AlertState;
import org.waymark.notification.alert.domain.Sight;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.alert.store.AlertLists;
import org.waymark.notification.alert.store.MongoAlerts;
import org.waymark.notification.alert.store.Standing;
import org.waymark.platform.Uuids;

@RestController
@RequestMapping("/api/alerts")
class AlertController {

    private static final int LONGEST_KEY = 200;

    record Acknowledgement(
            @Size(max = 2000, message = "Keep the note under 2000 characters.") @Nullable
            String note) {

        @Nullable
        String text() {
            return note == null || note.isBlank() ? null : note.strip();
        }
    }

    private final MongoAlerts alerts;
    private final AlertLists lists;
    private final Rights rights;

    AlertController(MongoAlerts alerts, AlertLists lists, Rights rights) {
        this.alerts = alerts;
        this.lists = lists;
        this.rights = rights;
    }

    @GetMapping
    Page<AlertItem> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String commitment,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        AlertLists.Page page = lists.page(new AlertLists.Query(
                rights.sightOf(Caller.current()),
                state == null ? null : state(state),
                commitment,
                Page.checked(limit, "alerts"),
                Cursors.read(cursor)));
        return new Page<>(page.items().stream().map(AlertItem::of).toList(), Cursors.write(page.next()));
    }

    @GetMapping("/{id}")
    ResponseEntity<AlertItem> alert(@PathVariable String id) {
        return answer(visible(id, Caller.current()));
    }

    @PostMapping("/{id}/acknowledgement")
    ResponseEntity<AlertItem> acknowledge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Valid @Nullable Acknowledgement body) {
        Caller caller = Caller.current();
        rights.requireMayAcknowledge(caller, visible(id, caller).alert());
        if (ifMatch == null) {
            Problem.checkIfMatch(null, 0);
        }
        return answer(alerts.acknowledge(
                id,
                caller.organization(),
                body == null ? null : body.text(),
                Objects.requireNonNull(ifMatch),
                key == null ? null : digest(caller, key)));
    }

    private static byte[] digest(Caller caller, String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("Idempotency-Key", "Use 1 to " + LONGEST_KEY + " characters.");
        }
        return Uuids.sha256(
                Objects.requireNonNullElse(caller.organization(), "secretariat"), "alerts/acknowledgement", key);
    }

    private Standing visible(String id, Caller caller) {
        Sight sight = rights.sightOf(caller); // first, so that who is refused learns nothing of what there is
        return alerts.find(id)
                .filter(found -> sight.covers(found.alert()))
                .orElseThrow(() -> Problem.notFound("alert"));
    }

    private static AlertState state(String word) {
        return Worded.find(AlertState.class, word)
                .orElseThrow(() -> Problem.invalid(
                        "state",
                        "One of "
                                + Arrays.stream(AlertState.values())
                                        .map(AlertState::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static ResponseEntity<AlertItem> answer(Standing standing) {
        return ResponseEntity.ok().eTag(Problem.etag(standing.sequence())).body(AlertItem.of(standing));
    }
}
