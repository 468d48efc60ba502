package org.waymark.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes committed outboxes to one topic, per aggregate in order, woken in process by the commit. One thread sends;
 * it may wait for Kafka, commits never do. The producer is idempotent with acks=all and gives no record up by timeout.
 */
final class Relay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final String topic;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Lane> ready = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("relay-timer").factory());
    private final Thread sender;
    private volatile boolean resetProducer;
    private volatile boolean closed;

    /** {@code takeOut} is called with the id of an idle aggregate whose acknowledged events still stand in its outbox. */
    Relay(String topic, KafkaTemplate<byte[], byte[]> kafka, Consumer<String> takeOut) {
        this.topic = topic;
        this.kafka = kafka;
        sender = Thread.ofPlatform().daemon().name("relay-" + topic).start(this::sendAll);
        timer.scheduleWithFixedDelay(() -> tidy(takeOut), 1, 1, TimeUnit.SECONDS);
    }

    /** Called by the one thread that commits this aggregate, with the outbox as committed. */
    void offer(String id, List<OutboxEntry> outbox) {
        if (outbox.isEmpty()) {
            lanes.computeIfPresent(id, (key, lane) -> lane.isEmpty() ? null : lane);
            return;
        }
        Lane lane = lanes.computeIfAbsent(id, key -> new Lane());
        lane.offer(outbox);
        ready.add(lane);
    }

    /** Whether events of it wait here for Kafka. */
    boolean isPublishing(String id) {
        Lane lane = lanes.get(id);
        return lane != null && !lane.isEmpty();
    }

    long acknowledged(String id) {
        Lane lane = lanes.get(id);
        return lane == null ? 0 : lane.acknowledged();
    }

    /** Seconds the oldest event here has been waiting for Kafka's acknowledgement; 0 where none waits. */
    double oldestSeconds(Instant now) {
        return lanes.values().stream()
                .map(Lane::oldest)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(oldest -> Math.max(0, Duration.between(oldest, now).toMillis()) / 1000.0)
                .orElse(0.0);
    }

    private void sendAll() {
        while (!closed) {
            try {
                Lane lane = ready.take();
                if (resetProducer) {
                    startOver();
                }
                send(lane);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // an Error, too, must not end the relay
                log.error("relay of {} failed, it goes on", topic, e);
            }
        }
    }

    private void send(Lane lane) {
        for (Lane.Sending sending : lane.takeNew()) {
            if (!lane.isCurrent(sending)) {
                return; // an earlier one failed meanwhile: the lane is sent again as a whole
            }
            try {
                kafka.send(sending.event().toRecord(topic))
                        .whenComplete((result, failure) -> answered(lane, sending, failure));
            } catch (RuntimeException e) {
                answered(lane, sending, e);
            }
        }
    }

    private void answered(Lane lane, Lane.Sending sending, @Nullable Throwable failure) {
        if (failure == null) {
            lane.acknowledge(sending);
            return;
        }
        if (!lane.fail(sending) || closed) {
            return;
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        resetProducer |= breaksTheProducer(cause);
        log.warn(
                "event not sent, will be sent again: subject={} sequence={} cause={}",
                sending.event().subject(),
                sending.event().sequence(),
                cause.toString());
        timer.schedule(() -> ready.add(lane), RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** After these every later send of the same producer fails too; any other failure is of the one record. */
    private static boolean breaksTheProducer(Throwable cause) {
        return cause instanceof AuthenticationException
                || cause instanceof AuthorizationException
                || cause instanceof ProducerFencedException
                || cause instanceof InvalidProducerEpochException
                || cause instanceof OutOfOrderSequenceException
                || cause instanceof IllegalStateException;
    }

    /**
     * A new producer, and every lane from its first unacknowledged event. The lanes go first: what the old producer
     * says while it is closed then belongs to an earlier round.
     */
    private void startOver() {
        lanes.values().forEach(Lane::rewind);
        kafka.getProducerFactory().reset();
        resetProducer = false;
        ready.addAll(lanes.values());
    }

    private void tidy(Consumer<String> takeOut) {
        try {
            lanes.forEach((id, lane) -> {
                if (lane.idleFor(IDLE.toNanos())) {
                    takeOut.accept(id);
                }
            });
        } catch (RuntimeException e) {
            log.warn("acknowledged events stay in their outbox until the next sweep", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        sender.interrupt();
        kafka.destroy();
    }
}
