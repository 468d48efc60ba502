package org.waymark.notification.alert.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.notification.alert.domain.Alert;
import org.waymark.notification.alert.domain.Alert.Acknowledgement;
import org.waymark.notification.alert.domain.Alert.Changed;
import org.waymark.notification.alert.domain.Alert.Refused;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.AlertState;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.wire.PublicEvents;
import org.waymark.platform.AggregateStore;
import org.waymark.platform.AggregateStore.Aggregate;
import org.waymark.platform.AggregateStore.Command;
import org.waymark.platform.AggregateStore.Receipt;
import org.waymark.platform.Decision;
import org.waymark.platform.Uuids;

/** Alerts as aggregates: each change is one guarded write that holds its event. */
public final class MongoAlerts {

    /** @param traceparent of the request whose event it is */
    public record Raising(Cause cause, @Nullable String traceparent) {}

    /** @param traceparent of the request whose event it is */
    public record Ended(Ending ending, @Nullable String traceparent) {

        /** By no event of the commitment. */
        public static Ended by(CauseKey key, String sentence) {
            return new Ended(new Ending(key, sentence, key.sequence()), null);
        }
    }

    private final AggregateStore store;
    private final Clock clock;
    private final Map<AlertRule, Counter> raised = new EnumMap<>(AlertRule.class);

    MongoAlerts(AggregateStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        for (AlertRule rule : AlertRule.values()) {
            raised.put(
                    rule,
                    Counter.builder("waymark.alerts.raised")
                            .description("Alerts raised by this process; a cause found again is none")
                            .tag("rule", rule.word())
                            .register(meters));
        }
    }

    /** Raises what has not been raised before, side by side. */
    public void raise(List<Raising> due) {
        Instant now = now();
        List<Command> commands = due.stream().map(one -> raise(one, now)).toList();
        Batches.submit(store, commands).stream()
                .filter(receipt -> !receipt.repeated())
                .map(receipt -> AlertDocuments.read(receipt.state()))
                .forEach(alert -> counter(alert.cause().key().rule()).increment());
    }

    private Counter counter(AlertRule rule) {
        return Objects.requireNonNull(raised.get(rule));
    }

    /** The body's digest stands for the cause alone: an alert raised under an older wording is still the same. */
    private static Command raise(Raising due, Instant now) {
        String id = AlertIds.of(due.cause().key());
        return new Command(
                id,
                true,
                null,
                body(id),
                none -> decided(Alert.raise(due.cause(), now, due.traceparent()), now),
                due.traceparent());
    }

    static byte[] body(String id) {
        return Uuids.sha256("raise", id);
    }

    /** Resolves what stands unresolved, side by side; each has been raised before. */
    public void resolve(List<Ended> ended) {
        Instant now = now();
        Batches.submit(store, ended.stream().map(one -> resolve(one, now)).toList());
    }

    private static Command resolve(Ended ended, Instant now) {
        String id = AlertIds.of(ended.ending().key());
        return new Command(
                id,
                false,
                null,
                Uuids.sha256("resolve", id),
                standing -> resolve(standing, ended.ending(), now),
                ended.traceparent());
    }

    /** Where no alert stands there is nothing to resolve: rules may be newer than the condition. */
    private static Decision resolve(@Nullable Aggregate standing, Ending ending, Instant now) {
        if (standing == null) {
            return Decision.unchanged(new Document(), null);
        }
        return AlertDocuments.read(standing.state())
                .resolve(ending, now)
                .map(changed -> decided(changed, now))
                .orElseGet(() -> Decision.unchanged(standing.state(), null));
    }

    public Optional<Standing> find(String id) {
        return store.find(id).map(found -> new Standing(id, found.sequence(), AlertDocuments.read(found.state())));
    }

    /**
     * @param key digest of whose Idempotency-Key it is; null for none
     * @throws Problem 409 where it is acknowledged or resolved already, 412 where {@code ifMatch} is stale
     */
    public Standing acknowledge(
            String id, @Nullable String organizationId, @Nullable String note, String ifMatch, byte @Nullable [] key) {
        Acknowledgement by = new Acknowledgement(now(), organizationId, note);
        Receipt receipt = store.submit(new Command(
                id,
                false,
                key,
                Uuids.sha256("acknowledge", id, note == null ? "" : note),
                standing -> acknowledge(standing, by, ifMatch)));
        Alert alert = AlertDocuments.read(receipt.state());
        // A repeated command is answered as it was, though the condition may have ended since.
        return new Standing(id, receipt.sequence(), receipt.repeated() ? alert.beforeResolution() : alert);
    }

    /** The state is looked at first: a precondition counts only where the request would succeed (RFC 9110, 13.2.1). */
    private static Decision acknowledge(@Nullable Aggregate standing, Acknowledgement by, String ifMatch) {
        if (standing == null) {
            throw Problem.notFound("alert");
        }
        return switch (AlertDocuments.read(standing.state()).acknowledge(by)) {
            case Refused refused -> throw refusal(refused.standing());
            case Changed changed -> {
                Problem.checkIfMatch(ifMatch, standing.sequence());
                yield decided(changed, by.at());
            }
        };
    }

    private static Problem refusal(AlertState standing) {
        return standing == AlertState.RESOLVED
                ? Problem.conflict(
                        "already-resolved",
                        "This alert is resolved: its cause has ended, nothing is left to acknowledge.")
                : Problem.conflict(
                        "already-acknowledged", "This alert has been acknowledged already, by whom it says.");
    }

    private static Decision decided(Changed changed, Instant now) {
        return new Decision(
                AlertDocuments.write(changed.alert()), null, List.of(PublicEvents.of(changed.event(), now)));
    }

    /** As finely as the store keeps it, so that an answer is the same before and after. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
