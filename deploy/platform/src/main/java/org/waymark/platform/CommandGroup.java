package org.waymark.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;
import org.waymark.platform.AggregateStore.Aggregate;
import org.waymark.platform.AggregateStore.Command;
import org.waymark.platform.AggregateStore.Receipt;
import org.waymark.platform.CommitLanes.Pending;

/**
 * The commands of one aggregate in one group, decided one after the other on the same image. Answers, refusals
 * included, wait until the image is committed: each was decided on what those before it left.
 */
final class CommandGroup {

    private static final int MAX_EVENT = 256 * 1024;
    /** With a full outbox and the keys, a document stays under 1 MB. */
    private static final int MAX_STATE = 400 * 1024;

    private static final Instant LAST_STORABLE = Instant.ofEpochMilli(Long.MAX_VALUE);

    final Image image;
    final List<Pending> commands;
    private final String source;
    private final long outboxCap;
    private final List<Runnable> answers = new ArrayList<>();

    CommandGroup(Image image, List<Pending> commands, String source, long outboxCap) {
        this.image = image;
        this.commands = commands;
        this.source = source;
        this.outboxCap = outboxCap;
    }

    void decideAll() {
        for (Pending pending : commands) {
            Command command = pending.command();
            if (command == null) {
                continue;
            }
            try {
                Receipt receipt = decide(command, pending.key(), pending.traceparent());
                answers.add(() -> pending.answer().complete(receipt));
            } catch (RuntimeException refusal) {
                answers.add(() -> pending.answer().completeExceptionally(refusal));
            }
        }
    }

    void answerAll() {
        answers.forEach(Runnable::run);
    }

    /** Only on this image, which is then thrown away. */
    Receipt decide(Command command) {
        return decide(command, CommitLanes.key(command), null);
    }

    private Receipt decide(Command command, byte[] key, @Nullable String traceparent) {
        CommandKeys.Remembered before = image.keys.find(key);
        if (before != null) {
            return repeated(before.sameBody(command.body()), before.sequence());
        }
        if (command.creates() && image.exists()) {
            // Of one that was folded forward the body is not known. The id, made of the key, says that it is the same.
            Binary created = image.created;
            return repeated(created == null || created.equals(new Binary(command.body())), image.sequence);
        }
        Document state = image.state;
        Decision decision =
                command.decide().apply(state == null ? null : new Aggregate(image.id, image.sequence, state));
        return apply(command, key, decision, traceparent);
    }

    /** All that can fail comes first: a command that is refused leaves the image to those behind it as it was. */
    private Receipt apply(Command command, byte[] key, Decision decision, @Nullable String traceparent) {
        checkStorable(decision.nextDue());
        if (decision.events().isEmpty()) {
            image.schedule(decision.nextDue());
            return new Receipt(image.id, image.sequence, false, decision.state());
        }
        List<OutboxEntry> entries = new ArrayList<>();
        for (Decision.NewEvent event : decision.events()) {
            entries.add(entry(event, image.sequence + entries.size() + 1, traceparent));
        }
        checkSizes(entries, decision.state());
        entries.forEach(image::append);
        if (command.creates()) {
            image.created = new Binary(command.body());
        }
        image.state = decision.state();
        image.schedule(decision.nextDue());
        image.keys = image.keys.with(key, command.body(), image.sequence);
        return new Receipt(image.id, image.sequence, false, decision.state());
    }

    private void checkSizes(List<OutboxEntry> entries, Document state) {
        int added = entries.stream().mapToInt(OutboxEntry::bytes).sum();
        if (entries.stream().anyMatch(entry -> entry.bytes() > MAX_EVENT) || OutboxEntry.size(state) > MAX_STATE) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "This is more than can be kept as one piece (256 KB). Split it into smaller parts.");
        }
        if (!image.outbox.isEmpty() && image.outboxBytes() + added > outboxCap) {
            throw Problem.unavailable(
                    "outbox-full",
                    "Too many updates of this one are waiting to be published; send it again later.",
                    Duration.ofSeconds(10));
        }
    }

    private static void checkStorable(@Nullable Instant nextDue) {
        if (nextDue != null && nextDue.isAfter(LAST_STORABLE)) {
            throw new IllegalArgumentException("no store can hold the time " + nextDue);
        }
    }

    private Receipt repeated(boolean sameBody, long sequence) {
        Document state = image.state;
        if (!sameBody || state == null) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "key-reused",
                    "This was sent before with another body. Use a new Idempotency-Key for a new request.");
        }
        return new Receipt(image.id, sequence, true, state);
    }

    private OutboxEntry entry(Decision.NewEvent event, long sequence, @Nullable String traceparent) {
        return OutboxEntry.of(
                new Event(
                        UUID.randomUUID().toString(),
                        source,
                        event.type(),
                        image.id,
                        sequence,
                        event.time().truncatedTo(ChronoUnit.MILLIS),
                        traceparent,
                        event.data()),
                event.memo());
    }
}
