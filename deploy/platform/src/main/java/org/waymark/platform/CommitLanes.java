package org.waymark.platform;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.edge.Problem;

/**
 * Queues commands by aggregate, so that one thread per shard commits whatever has come in meanwhile as one group. There
 * is no waiting for company: a lone command is committed at once.
 */
final class CommitLanes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CommitLanes.class);
    private static final int GROUP = 256;
    private static final int WAITING = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * A command on its way, with its key or one made for it: by the key an unknown outcome is settled. Without a command the
     * aggregate is only looked after: outbox offered, take-outs done.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Pending(
            String id,
            AggregateStore.@Nullable Command command,
            byte[] key,
            @Nullable String traceparent,
            CompletableFuture<AggregateStore.Receipt> answer) {}

    private static final Duration LAST_GROUP = Duration.ofSeconds(5);

    /** Wakes a lane that waits, so that it sees the end. */
    private static final Pending STOP = new Pending("", null, new byte[0], null, new CompletableFuture<>());

    private final List<BlockingQueue<Pending>> shards = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    CommitLanes(int count, GroupCommit commit) {
        for (int i = 0; i < count; i++) {
            BlockingQueue<Pending> queue = new LinkedBlockingQueue<>(WAITING);
            shards.add(queue);
            threads.add(Thread.ofPlatform().daemon().name("commit-" + i).start(() -> drain(queue, commit)));
        }
    }

    AggregateStore.Receipt submit(AggregateStore.Command command) {
        CompletableFuture<AggregateStore.Receipt> answer = new CompletableFuture<>();
        String trace = command.traceparent() == null ? Trace.current() : command.traceparent();
        if (!shard(command.id()).offer(new Pending(command.id(), command, key(command), trace, answer))) {
            throw Problem.unavailable("overloaded", "Too much is waiting; send it again.", Duration.ofSeconds(2));
        }
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw GroupCommit.storeAway();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GroupCommit.storeAway();
        }
    }

    /** Best effort: where the queue is full, the next sweep comes back to it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void touch(String id) {
        shard(id).offer(new Pending(id, null, new byte[0], null, new CompletableFuture<>()));
    }

    /** Its own, or one that is nobody's. */
    static byte[] key(AggregateStore.Command command) {
        byte[] given = command.key();
        if (given != null) {
            return given;
        }
        UUID random = UUID.randomUUID();
        return ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
    }

    private BlockingQueue<Pending> shard(String id) {
        return shards.get(Math.floorMod(id.hashCode(), shards.size()));
    }

    private void drain(BlockingQueue<Pending> queue, GroupCommit commit) {
        List<Pending> group = new ArrayList<>();
        while (!closed) {
            try {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                group.remove(STOP);
                commit.commit(group);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // an Error, too, must not end the shard
                log.error("a group of commands failed, its outcome is unknown", e);
                group.forEach(pending -> pending.answer().completeExceptionally(GroupCommit.storeAway()));
            }
        }
    }

    /** A group that is being committed is let finish; what still waits is answered as unknown, to be sent again. */
    @Override
    public void close() {
        closed = true;
        for (int i = 0; i < threads.size(); i++) {
            shards.get(i).offer(STOP);
        }
        for (Thread thread : threads) {
            try {
                thread.join(LAST_GROUP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
