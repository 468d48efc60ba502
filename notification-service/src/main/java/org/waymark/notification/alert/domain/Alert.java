package org.waymark.notification.alert.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody must know: one per cause, raised > acknowledged > resolved, or resolved unseen when the condition ends first.
 * A resolved alert stays as it is; the same condition beginning anew is another cause.
 *
 * @param traceparent W3C Trace Context of the request that caused it
 */
public record Alert(
        Cause cause,
        Instant raisedAt,
        @Nullable String traceparent,
        @Nullable Acknowledgement acknowledgement,
        @Nullable Resolution resolution) {

    /** @param organizationId whose co-chair it was; null for the secretariat */
    public record Acknowledgement(
            Instant at,
            @Nullable String organizationId,
            @Nullable String note) {}

    public record Resolution(Instant at, String sentence, long sequence) {}

    /** What a decision came to. */
    public sealed interface Outcome {}

    public record Changed(Alert alert, AlertEvent event) implements Outcome {}

    /** @param standing the state that does not allow it */
    public record Refused(AlertState standing) implements Outcome {}

    public static Changed raise(Cause cause, Instant now, @Nullable String traceparent) {
        return new Changed(new Alert(cause, now, traceparent, null, null), new AlertEvent.Raised(cause));
    }

    public AlertState state() {
        if (resolution != null) {
            return AlertState.RESOLVED;
        }
        return acknowledgement == null ? AlertState.RAISED : AlertState.ACKNOWLEDGED;
    }

    public Outcome acknowledge(Acknowledgement by) {
        return switch (state()) {
            case ACKNOWLEDGED, RESOLVED -> new Refused(state());
            case RAISED ->
                new Changed(
                        new Alert(cause, raisedAt, traceparent, by, null),
                        new AlertEvent.Acknowledged(by.organizationId(), by.note()));
        };
    }

    /** Empty where it is resolved already: what ended once does not end again, as on a replay. */
    public Optional<Changed> resolve(Ending ending, Instant now) {
        if (resolution != null) {
            return Optional.empty();
        }
        Resolution end = new Resolution(now, ending.sentence(), ending.sequence());
        return Optional.of(new Changed(
                new Alert(cause, raisedAt, traceparent, acknowledgement, end), new AlertEvent.Resolved(ending)));
    }

    /** As it stood before it was resolved. */
    public Alert beforeResolution() {
        return new Alert(cause, raisedAt, traceparent, acknowledgement, null);
    }
}
