package org.waymark.notification.alert.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.waymark.platform.AggregateStore;
import org.waymark.platform.AggregateStore.Command;
import org.waymark.platform.AggregateStore.Receipt;

/** Submits many commands side by side, so that the store commits them in groups instead of one round trip each. */
final class Batches {

    /** Well under what the store lets wait, and enough for full groups on all its threads. */
    private static final int AT_ONCE = 1_000;

    private Batches() {}

    /**
     * Returns when all are committed.
     *
     * @throws RuntimeException the first refusal or failure; others may have been committed
     */
    static List<Receipt> submit(AggregateStore store, List<Command> commands) {
        List<Receipt> receipts = new ArrayList<>(commands.size());
        for (int from = 0; from < commands.size(); from += AT_ONCE) {
            List<Command> some = commands.subList(from, Math.min(commands.size(), from + AT_ONCE));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Receipt>> answers = some.stream()
                        .map(command -> threads.submit(() -> store.submit(command)))
                        .toList();
                answers.forEach(answer -> receipts.add(get(answer)));
            }
        }
        return receipts;
    }

    private static Receipt get(Future<Receipt> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while alerts were stored", e);
        }
    }
}
