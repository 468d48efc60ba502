package org.waymark.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;

/** What could not be read, and what waits for it: listed, explained, sent again. For the secretariat alone. */
@RestController
@RequestMapping("/api/operations")
final class OperationsController {

    /** A list as all of Waymark's lists are; these are short and have no next page. */
    record Page<T>(
            List<T> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /** One held record. {@code aggregate} is incomplete from {@code sequence} on until it is redriven or discarded. */
    record Held(
            String id,
            String feed,
            String aggregate,
            long sequence,
            String type,
            String eventId,
            Instant since,
            String reason,
            String advice) {}

    private final Platform platform;

    OperationsController(Platform platform) {
        this.platform = platform;
    }

    @GetMapping("/dead-letters")
    Page<DeadLetters.DeadLetter> deadLetters() {
        secretariat();
        return new Page<>(
                topics().stream()
                        .flatMap(topic -> platform.deadLetters().list(topic).stream())
                        .toList(),
                null);
    }

    @PostMapping("/dead-letters/{id}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void redriveDeadLetter(@PathVariable String id) {
        secretariat();
        if (topics().stream().noneMatch(topic -> platform.deadLetters().redrive(topic, id))) {
            throw Problem.notFound("dead letter");
        }
    }

    @GetMapping("/held")
    Page<Held> held() {
        secretariat();
        return new Page<>(
                platform.feeds().stream()
                        .flatMap(feed -> feed.held(500).stream().map(row -> held(feed.name(), row)))
                        .toList(),
                null);
    }

    @PostMapping("/held/{aggregate}/redrive")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void redriveHeld(@PathVariable String aggregate) {
        secretariat();
        // every feed is asked, so no short-circuit
        if (platform.feeds().stream().filter(feed -> feed.redrive(aggregate)).count() == 0) {
            throw Problem.conflict(
                    "nothing-to-redrive",
                    "No held event of this aggregate can take the next place: it is missing, or of a type this version"
                            + " does not know. Deploy a version that knows it, or discard the held record.");
        }
    }

    @DeleteMapping("/held/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discardHeld(@PathVariable String id) {
        Caller caller = secretariat();
        String reason = "Discarded by " + caller.client() + ".";
        if (platform.feeds().stream().filter(feed -> feed.discard(id, reason)).count() == 0) {
            throw Problem.notFound("held record");
        }
    }

    private static Held held(String feed, HeldRecord row) {
        return new Held(
                row.id(),
                feed,
                row.event().subject(),
                row.event().sequence(),
                row.event().type(),
                row.event().id(),
                row.since(),
                row.reason(),
                "Redrive the aggregate once the cause is gone; discard this record if it should never have been sent.");
    }

    private Set<String> topics() {
        return new TreeSet<>(platform.feeds().stream().map(Feed::topic).toList());
    }

    private static Caller secretariat() {
        return Caller.current().require("secretariat");
    }
}
