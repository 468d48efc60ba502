package org.waymark.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.waymark.faults.Fault.Trouble;

/** Makes trouble for all services of a cluster, and ends it. */
final class Network {

    private static final int CUTS = 3;
    private static final long BETWEEN_CUTS = Duration.ofMillis(200).toNanos();
    private static final int REFUSED = 3;

    private final Cluster cluster;
    private final List<ServerProcess> services;

    Network(Cluster cluster, List<ServerProcess> services) {
        this.cluster = cluster;
        this.services = services;
    }

    void begin(Trouble trouble) {
        switch (trouble) {
            case NOTHING, HOLE_ON_TOPIC -> {}
            case STORE_KILLED -> cluster.store.kill();
            case STORE_PAUSED -> cluster.toStore.pause();
            case STORE_CUT -> often(cluster.toStore::cut);
            // A commit is the only request that both holds an outbox and is an update.
            case STORE_ANSWERS_CUT -> cluster.toStore.cutAnswers("outbox", CUTS);
            case BROKER_KILLED -> cluster.broker.kill();
            case BROKER_PAUSED -> cluster.toBroker.pause();
            case BROKER_CUT -> often(cluster.toBroker::cut);
            case BROKER_UNREACHABLE -> cluster.toBroker.unreachable();
            case SENDS_REFUSED -> services.forEach(service -> service.order("refuse", "" + REFUSED));
        }
    }

    void end(Trouble trouble) {
        switch (trouble) {
            case STORE_KILLED -> {
                cluster.store.startAgain();
                cluster.awaitStore();
            }
            case BROKER_KILLED -> {
                cluster.broker.startAgain();
                cluster.awaitBroker();
            }
            case SENDS_REFUSED -> services.forEach(service -> service.order("refuse", "0"));
            case NOTHING,
                    HOLE_ON_TOPIC,
                    STORE_PAUSED,
                    STORE_CUT,
                    STORE_ANSWERS_CUT,
                    BROKER_PAUSED,
                    BROKER_CUT,
                    BROKER_UNREACHABLE -> {
                cluster.toStore.cutAnswers("outbox", 0);
                cluster.toStore.open();
                cluster.toBroker.open();
            }
        }
    }

    private static void often(Runnable cut) {
        for (int i = 0; i < CUTS; i++) {
            cut.run();
            LockSupport.parkNanos(BETWEEN_CUTS);
        }
    }
}
