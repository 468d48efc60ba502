package org.waymark.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.testing.TestTokens;

/**
 * Ten kill -9 of a progress-service in the middle of 200 posts each, with one process and with two over one store. After
 * each, every acknowledged update is on the board once and in order, and none is announced that was not committed.
 */
class KillIT {

    private static final Logger log = LoggerFactory.getLogger(KillIT.class);
    private static final String MAIN = "org.waymark.progress.ProgressService";
    private static final int KILLS = 10;
    private static final int POSTS = 200;

    @TempDir
    static Path folder;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = new Cluster(folder);
        cluster.rehearse(MAIN);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void loses_nothing_with_one_process() throws InterruptedException {
        killAndCheck(1, "5c1d52b4-63f8-5c3e-9d3f-0f5c6f7f9a01", 20261122);
    }

    @Test
    void loses_nothing_with_two_processes_over_one_store() throws InterruptedException {
        killAndCheck(2, "5c1d52b4-63f8-5c3e-9d3f-0f5c6f7f9a02", 20261123);
    }

    private static void killAndCheck(int count, String partner, long seed) throws InterruptedException {
        List<Client> clients = IntStream.range(0, count)
                .mapToObj(i -> new Client(Cluster.freePort(), TestTokens.token("officer", partner, "partner")))
                .toList();
        List<ServerProcess> processes = clients.stream()
                .map(client -> cluster.service("progress-" + client.port(), MAIN, client.port()))
                .toList();
        clients.forEach(Cluster::awaitReady);
        Posting posting = new Posting(clients, 4);
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            int moment = 1 + random.nextInt(POSTS - 20);
            ServerProcess victim = processes.get(random.nextInt(count));
            CountDownLatch reached = new CountDownLatch(1);
            long round = seed + kill;
            CompletableFuture<Void> officers =
                    CompletableFuture.runAsync(() -> posting.post(POSTS, moment, reached, round));
            reached.await();
            victim.kill();
            victim.startAgain();
            officers.join();
            clients.forEach(Cluster::awaitReady);
            new Checker(clients.getFirst(), partner, cluster.bootstrapServers())
                    .check(posting.commitments(), posting.acknowledged());
            log.info(
                    "kill {} of {} after {} answers: {} acknowledged, all there",
                    kill + 1,
                    KILLS,
                    moment,
                    posting.acknowledged().size());
        }
        processes.forEach(ServerProcess::kill);
    }
}
