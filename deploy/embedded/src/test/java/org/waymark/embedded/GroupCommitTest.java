package org.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final Set<Integer> written = ConcurrentHashMap.newKeySet();
    private final Set<Integer> kept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commits = new AtomicInteger();
    private final GroupCommit group = new GroupCommit(this::commit);

    @Test
    void answers_each_write_after_a_commit_that_holds_it_and_shares_commits() {
        int writes = 200;

        Set<Integer> answeredAndKept = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, writes)
                    .forEach(i -> threads.execute(() -> {
                        group.write(() -> written.add(i));
                        if (kept.contains(i)) {
                            answeredAndKept.add(i);
                        }
                    }));
        }

        assertThat(answeredAndKept).hasSize(writes);
        assertThat(commits).hasValueLessThan(writes / 2);
    }

    @Test
    void commits_what_a_failing_command_has_done() {
        assertThatThrownBy(() -> group.write(() -> {
                    written.add(1);
                    throw new IllegalArgumentException("the second part was refused");
                }))
                .hasMessage("the second part was refused");

        assertThat(kept).contains(1);
    }

    @Test
    void a_read_that_saw_an_open_write_waits_for_its_commit() throws InterruptedException {
        Thread writer = Thread.ofVirtual().unstarted(() -> group.write(() -> written.add(1)));
        writer.start();

        boolean seen = group.read(() -> written.contains(1));

        assertThat(!seen || kept.contains(1)).isTrue();
        writer.join();
    }

    @Test
    void an_idle_store_is_read_without_a_commit() {
        group.read(() -> 1);

        assertThat(commits).hasValue(0);
    }

    @Test
    void a_failed_commit_acknowledges_nothing() {
        GroupCommit full = new GroupCommit(() -> {
            throw new IllegalStateException("disk full");
        });

        assertThatThrownBy(() -> full.write(() -> 1)).hasMessage("disk full");
        assertThatThrownBy(() -> full.read(() -> 1)).hasMessage("disk full");
    }

    private void commit() {
        commits.incrementAndGet();
        Set<Integer> snapshot = Set.copyOf(written);
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kept.addAll(snapshot);
    }
}
