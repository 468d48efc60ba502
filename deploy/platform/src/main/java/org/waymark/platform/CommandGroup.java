package org.waymark.platform;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
                Receipt receipt = decide(command, pending.traceparent());
                answers.add(() -> pending.answer().complete(receipt));
            } catch (RuntimeException refusal) {
                answers.add(() -> pending.answer().completeExceptionally(refusal));
            }
        }
    }

    void answerAll() {
        answers.forEach(Runnable::run);
    }

    private Receipt decide(Command command, @Nullable String traceparent) {
        byte[] key = command.key() == null ? randomKey() : command.key();
        CommandKeys.Remembered before = image.keys.find(key);
        if (before != null) {
            return repeated(before.sameBody(command.body()), before.sequence());
        }
        if (command.creates() && image.exists()) {
            Binary created = image.created;
            return repeated(created != null && created.equals(AggregateStore.digest(command.body())), image.sequence);
        }
        if (image.outboxBytes() > outboxCap) {
            throw Problem.unavailable(
                    "outbox-full",
                    "Too many updates of this one are waiting to be published; send it again later.",
                    Duration.ofSeconds(10));
        }
        Document state = image.state;
        Decision decision =
                command.decide().apply(state == null ? null : new Aggregate(image.id, image.sequence, state));
        return apply(command, key, decision, traceparent);
    }

    private Receipt apply(Command command, byte[] key, Decision decision, @Nullable String traceparent) {
        if (!decision.events().isEmpty()) {
            decision.events().forEach(CommandGroup::checkSize);
            for (Decision.NewEvent event : decision.events()) {
                image.append(entry(event, traceparent));
            }
            if (command.creates()) {
                image.created = AggregateStore.digest(command.body());
            }
            image.state = decision.state();
            image.nextDue = decision.nextDue();
            image.keys = image.keys.with(key, command.body(), image.sequence);
        }
        return new Receipt(image.id, image.sequence, false, decision.state());
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

    private OutboxEntry entry(Decision.NewEvent event, @Nullable String traceparent) {
        return new OutboxEntry(
                new Event(
                        UUID.randomUUID().toString(),
                        source,
                        event.type(),
                        image.id,
                        image.sequence + 1,
                        event.time().truncatedTo(ChronoUnit.MILLIS),
                        traceparent,
                        event.data()),
                event.memo());
    }

    private static void checkSize(Decision.NewEvent event) {
        if (event.data().length > MAX_EVENT) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "event-too-large",
                    "This would make an event of more than 256 KB. Split it into smaller parts.");
        }
    }

    /** So that an unknown outcome can be settled for commands that came without a key, too. */
    private static byte[] randomKey() {
        UUID random = UUID.randomUUID();
        return ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
    }
}
