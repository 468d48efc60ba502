package org.waymark.notification.webhook.send;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.domain.Attempt;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Delivery.State;
import org.waymark.notification.webhook.domain.Webhook;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;
import org.waymark.notification.webhook.store.Webhooks.Stored;

/**
 * Sends what is due, to each webhook by itself: a few at a time behind a bulkhead, and while one takes nothing a circuit
 * breaker leaves it alone, so that none slows another. What is claimed and never settled, for a process that died, falls
 * due again: a receiver may hear a message twice, under one id.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int JUDGED_BY = 10;
    private static final int JUDGED_FROM = 5;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Sender sender;
    private final Clock clock;
    private final Duration pause;
    private final BulkheadRegistry bulkheads;
    private final CircuitBreakerRegistry breakers;
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks").factory());
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    Dispatcher(Webhooks webhooks, Deliveries deliveries, Sender sender, Clock clock, WebhookSettings settings) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sender = sender;
        this.clock = clock;
        this.pause = settings.pause();
        this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.atOnce())
                .maxWaitDuration(Duration.ZERO)
                .build());
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(JUDGED_BY)
                .minimumNumberOfCalls(JUDGED_FROM)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(settings.pause())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .recordResult(attempt -> !((Attempt) attempt).isTaken())
                .build());
        long every = settings.every().toMillis();
        looker.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        looker.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    /** Something is due now; who says so before it is looked for is answered by the same look. */
    public void wake() {
        if (!woken.compareAndSet(false, true)) {
            return;
        }
        try {
            looker.execute(this::look);
        } catch (RejectedExecutionException closed) {
            LOG.debug("closed already: another instance, or this one when it is back, sends what is due");
        }
    }

    private void look() {
        woken.set(false);
        try {
            Instant now = clock.instant();
            deliveries.webhooksWithDue(now).forEach(id -> send(id, now));
        } catch (RuntimeException e) {
            LOG.warn("what is due to webhooks cannot be read, it is tried again: {}", e.getMessage());
        }
    }

    private void sweep() {
        try {
            deliveries.sweep(clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("old deliveries cannot be removed, it is tried again: {}", e.getMessage());
        }
    }

    private void send(String webhookId, Instant now) {
        Optional<Webhook> webhook = webhooks.find(webhookId).map(Stored::webhook);
        if (webhook.isEmpty()) {
            deliveries.removeOf(webhookId);
        } else if (webhook.get().disabled() != null) {
            giveUp(webhookId);
        } else {
            Bulkhead bulkhead = bulkheads.bulkhead(webhookId);
            int most = Math.min(bulkhead.getMetrics().getAvailableConcurrentCalls(), atOnce(webhookId));
            for (Delivery claimed : most == 0 ? List.<Delivery>of() : deliveries.claim(webhookId, most, now)) {
                bulkhead.acquirePermission();
                senders.execute(() -> attempt(webhook.get(), claimed, bulkhead));
            }
        }
    }

    private int atOnce(String webhookId) {
        return switch (breakers.circuitBreaker(webhookId).getState()) {
            case OPEN, FORCED_OPEN -> 0;
            case HALF_OPEN -> 1;
            case CLOSED, DISABLED, METRICS_ONLY -> Integer.MAX_VALUE;
        };
    }

    private void attempt(Webhook webhook, Delivery delivery, Bulkhead bulkhead) {
        try {
            Attempt attempt =
                    breakers.circuitBreaker(webhook.id()).executeSupplier(() -> sender.send(webhook, delivery));
            settle(webhook, delivery, attempt);
        } catch (CallNotPermittedException takesNothing) {
            deliveries.change(delivery.id(), one -> one.claimed(clock.instant().plus(pause)));
        } catch (RuntimeException e) {
            LOG.warn("an attempt at webhook {} cannot be recorded, it is made again: {}", webhook.id(), e.getMessage());
        } finally {
            bulkhead.releasePermission();
            wake();
        }
    }

    private void settle(Webhook webhook, Delivery delivery, Attempt attempt) {
        deliveries.change(delivery.id(), one -> one.after(attempt, ThreadLocalRandom.current()));
        if (webhook.failingSince() != null || !attempt.isTaken()) {
            Webhook after =
                    webhooks.change(webhook.id(), one -> one.after(attempt)).webhook();
            if (after.disabled() != null) {
                giveUp(webhook.id());
            }
        }
    }

    private void giveUp(String webhookId) {
        deliveries.changeAll(webhookId, State.PENDING, Instant.EPOCH, clock.instant(), Delivery::givenUp);
    }

    @Override
    public void close() throws IOException {
        looker.shutdownNow();
        senders.shutdownNow();
        sender.close();
    }
}
