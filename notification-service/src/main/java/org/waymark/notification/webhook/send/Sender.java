package org.waymark.notification.webhook.send;

import io.github.resilience4j.timelimiter.TimeLimiter;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.domain.Attempt;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Webhook;

/** Hands one message over, once: follows no redirect, keeps no cookie, waits no longer than it may. */
final class Sender implements Closeable {

    /** Of an answer; the rest is nobody's business. */
    private static final int ANSWER_KEPT = 500;

    private final CloseableHttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TimeLimiter limit;
    private final Clock clock;

    Sender(WebhookSettings settings, DnsResolver names, Clock clock) {
        Timeout timeout = Timeout.of(settings.timeLimit());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(names, settings.allowedNetworks()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        // Many receivers may stand behind one host: the bulkheads bound them, each by itself.
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .setMaxConnTotal(Integer.MAX_VALUE)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("Waymark")
                .build();
        this.limit = TimeLimiter.of(settings.timeLimit());
        this.clock = clock;
    }

    Attempt send(Webhook webhook, Delivery delivery) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long began = System.nanoTime();
        HttpPost request = request(webhook, delivery, at);
        try {
            Answer answer = limit.executeFutureSupplier(() ->
                    threads.submit(() -> http.execute(request, response -> answer(response, at))));
            return new Attempt(at, since(began), answer.status(), answer.text(), answer.retryAfter());
        } catch (TimeoutException e) {
            request.abort();
            return failed(at, began, "No answer in time.");
        } catch (Exception e) {
            return failed(at, began, String.valueOf(e.getMessage()));
        }
    }

    private static HttpPost request(Webhook webhook, Delivery delivery, Instant at) {
        HttpPost request = new HttpPost(webhook.url());
        request.setHeader("webhook-id", delivery.id());
        request.setHeader("webhook-timestamp", at.getEpochSecond());
        request.setHeader("webhook-signature", webhook.signatures(delivery.id(), at, delivery.body()));
        request.setEntity(new StringEntity(delivery.body(), ContentType.APPLICATION_JSON));
        return request;
    }

    private record Answer(int status, String text, @Nullable Duration retryAfter) {}

    private static Answer answer(ClassicHttpResponse response, Instant now) throws IOException, ParseException {
        String text = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), ANSWER_KEPT);
        return new Answer(response.getCode(), text, retryAfter(response, now));
    }

    /** Seconds or a date (RFC 9110, 10.2.3); null for anything else. */
    private static @Nullable Duration retryAfter(ClassicHttpResponse response, Instant now) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (header == null) {
            return null;
        }
        String value = header.getValue().strip();
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(value)));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            Instant until = DateUtils.parseStandardDate(value);
            return until == null || until.isBefore(now) ? null : Duration.between(now, until);
        }
    }

    private static Attempt failed(Instant at, long began, String why) {
        String kept = why.length() > ANSWER_KEPT ? why.substring(0, ANSWER_KEPT) : why;
        return new Attempt(at, since(began), null, kept, null);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        http.close();
    }
}
