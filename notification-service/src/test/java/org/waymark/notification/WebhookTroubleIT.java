package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.domain.Attempt;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Delivery.State;
import org.waymark.notification.webhook.domain.Webhook;
import org.waymark.notification.webhook.send.Dispatcher;
import org.waymark.notification.webhook.send.Steered;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;

/**
 * What happens to webhooks in trouble, and when: by a clock that is turned on to the next attempt, a year ahead, where the
 * service's own dispatcher finds nothing due.
 */
@SuppressWarnings("NullAway.Init")
class WebhookTroubleIT extends NotificationIT {

    private static final Duration TIME_LIMIT = Duration.ofMillis(700);

    @Autowired
    Webhooks webhooks;

    @Autowired
    Deliveries deliveries;

    private final Instant began = Instant.now().plus(365, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private final AtomicReference<Instant> now = new AtomicReference<>(began);
    private final AtomicInteger lookUps = new AtomicInteger();
    private Receiver receiver;
    private Dispatcher dispatcher;

    @BeforeEach
    void a_steered_dispatcher() {
        receiver = new Receiver();
        InstantSource steered = now::get;
        WebhookSettings settings = new WebhookSettings(
                TIME_LIMIT, 4, Duration.ofMillis(200), Duration.ofMillis(50), List.of("127.0.0.0/8", "::1/128"), true);
        dispatcher = Steered.dispatcher(webhooks, deliveries, steered.withZone(ZoneOffset.UTC), new Names(), settings);
    }

    @AfterEach
    void stop() throws Exception {
        dispatcher.close();
        receiver.close();
    }

    @Test
    void one_that_answers_500_for_an_hour_has_its_message_after_two() {
        receiver.answers("/hour", 500, 500, 500, 500);

        Story story = story("/hour");

        assertThat(story.statuses()).containsExactly(500, 500, 500, 500, 204);
        assertThat(story.delivery.state()).isEqualTo(State.DELIVERED);
        assertThat(story.after.get(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(story.after.get(4)).isBetween(Duration.ofMinutes(154), Duration.ofMinutes(190));
        assertThat(webhooks.get(story.webhook.id()).webhook().failingSince()).isNull();
    }

    @Test
    void one_that_is_slow_is_cut_off_and_tried_again() {
        receiver.isSlow("/slow", TIME_LIMIT.multipliedBy(3), 1);

        Story story = story("/slow");

        assertThat(story.statuses()).containsExactly(0, 204);
        assertThat(story.delivery.attempts().getFirst().answer()).isEqualTo("No answer in time.");
    }

    @Test
    void one_that_asks_to_be_left_alone_is() {
        receiver.retryAfter("/busy", "600");
        receiver.answers("/busy", 429);

        Story story = story("/busy");

        assertThat(story.statuses()).containsExactly(429, 204);
        assertThat(story.after.get(1)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void one_that_is_gone_hears_nothing_more() {
        receiver.answers("/gone", 410);

        Story story = story("/gone");

        assertThat(story.statuses()).containsExactly(410);
        assertThat(story.delivery.state()).isEqualTo(State.GIVEN_UP);
        assertThat(webhooks.get(story.webhook.id()).webhook().disabled())
                .isEqualTo(new Webhook.Disabled(began, "gone"));
    }

    @Test
    void one_that_takes_nothing_is_disabled_after_five_days_and_what_waits_for_it_is_given_up() {
        receiver.answers("/dead", new Integer[] {500, 500, 500, 500, 500, 500, 500, 500, 500, 500});
        Story first = story("/dead");
        receiver.answers("/dead", 500, 500, 500);
        now.set(began.plus(Duration.ofDays(6)));

        Delivery second = settled(deliver(first.webhook), new ArrayList<>());

        assertThat(first.delivery.state()).isEqualTo(State.GIVEN_UP);
        assertThat(first.after.getLast()).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(second.state()).isEqualTo(State.GIVEN_UP);
        assertThat(second.attempts()).hasSize(1);
        assertThat(webhooks.get(first.webhook.id()).webhook().disabled())
                .extracting(Webhook.Disabled::reason)
                .isEqualTo("failing");
    }

    @Test
    void one_whose_name_means_a_private_address_the_second_time_is_not_reached() {
        receiver.answers("/turns", 500);

        Story story = story(receiver.url("/turns").replace("localhost", "turns.example.org"), 3);

        assertThat(story.statuses()).containsExactly(500, 0, 0);
        assertThat(story.delivery.attempts().getLast().answer())
                .isEqualTo("turns.example.org is not on the public internet.");
        assertThat(receiver.at("/turns")).hasSize(1);
    }

    /** @param after how long after it was made each attempt was */
    private record Story(Webhook webhook, Delivery delivery, List<Duration> after) {

        List<Integer> statuses() {
            return delivery.attempts().stream()
                    .map(Attempt::status)
                    .map(status -> status == null ? 0 : status)
                    .toList();
        }
    }

    private Story story(String path) {
        return story(receiver.url(path), Integer.MAX_VALUE);
    }

    private Story story(String url, int most) {
        Webhook webhook = webhooks.add(Webhook.create(id(), lead, URI.create(url), Set.of(), began))
                .webhook();
        List<Duration> after = new ArrayList<>();
        Delivery delivery = deliver(webhook);
        for (int i = 0; i < most && delivery.state() == State.PENDING; i++) {
            delivery = attempted(delivery, after);
        }
        System.out.printf("%-60s %s%n", url.replaceAll(".*//", ""), told(delivery, after));
        return new Story(webhook, delivery, after);
    }

    private Delivery deliver(Webhook webhook) {
        Delivery made = Delivery.of(UUID.randomUUID().toString(), webhook, "alert.raised", null, "{}", now.get());
        deliveries.add(List.of(made));
        return made;
    }

    private Delivery settled(Delivery made, List<Duration> after) {
        Delivery delivery = made;
        while (delivery.state() == State.PENDING) {
            delivery = attempted(delivery, after);
        }
        return delivery;
    }

    /** Turns the clock on to when it falls due. */
    private Delivery attempted(Delivery before, List<Duration> after) {
        now.updateAndGet(at -> before.nextAt() != null && before.nextAt().isAfter(at) ? before.nextAt() : at);
        after.add(Duration.between(before.createdAt(), now.get()));
        dispatcher.wake();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> deliveries.find(before.id()).orElseThrow(),
                        found -> found.state() != State.PENDING
                                || found.attempts().size() > before.attempts().size());
    }

    private static String told(Delivery delivery, List<Duration> after) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Attempt attempt = delivery.attempts().get(i);
            all.add(after.get(i).truncatedTo(ChronoUnit.SECONDS) + " "
                    + (attempt.status() == null ? attempt.answer() : attempt.status()));
        }
        return String.join(", ", all) + ": " + delivery.state();
    }

    /** {@code turns.example.org} is this machine the first time, and a private address from then on. */
    private final class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (!host.startsWith("turns.")) {
                return InetAddress.getAllByName(host);
            }
            return new InetAddress[] {
                lookUps.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral("10.0.0.7")
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
