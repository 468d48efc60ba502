package org.waymark.notification.webhook.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.notification.Page;
import org.waymark.notification.webhook.WebhookSettings;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Webhook;
import org.waymark.notification.webhook.send.Dispatcher;
import org.waymark.notification.webhook.store.Deliveries;
import org.waymark.notification.webhook.store.Webhooks;
import org.waymark.notification.webhook.store.Webhooks.Stored;
import org.waymark.notification.wire.EventJson;

@RestController
@RequestMapping("/api/webhooks")
class WebhookController {

    /** For one organization. */
    private static final int MOST = 20;

    record Replayed(int deliveries) {}

    private final OwnWebhooks own;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookController(
            OwnWebhooks own,
            Webhooks webhooks,
            Deliveries deliveries,
            Dispatcher dispatcher,
            WebhookSettings settings,
            Clock clock) {
        this.own = own;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<WebhookBody> add(@Valid @RequestBody WebhookRequests.Add request) {
        if (own.all().size() >= MOST) {
            throw Problem.conflict("too-many-webhooks", "An organization has up to " + MOST + " webhooks. Remove one.");
        }
        Stored made = webhooks.add(Webhook.create(
                UUID.randomUUID().toString(),
                own.organization(),
                WebhookRequests.checked(request.url(), settings.plainHttp()),
                WebhookRequests.checked(request.rules() == null ? List.of() : request.rules()),
                now()));
        return ResponseEntity.created(
                        URI.create("/api/webhooks/" + made.webhook().id()))
                .eTag(Problem.etag(made.version()))
                .body(WebhookBody.withSecret(made, now()));
    }

    @GetMapping
    Page<WebhookBody> list() {
        return new Page<>(
                own.all().stream().map(one -> WebhookBody.of(one, now())).toList(), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<WebhookBody> get(@PathVariable String id) {
        return answer(own.get(id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<WebhookBody> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WebhookRequests.Change request) {
        own.get(id);
        UnaryOperator<Webhook> change = changed(request);
        return answer(webhooks.changeIfMatch(id, ifMatch, change));
    }

    private UnaryOperator<Webhook> changed(WebhookRequests.Change request) {
        URI url = request.url() == null ? null : WebhookRequests.checked(request.url(), settings.plainHttp());
        Set<String> rules = request.rules() == null ? null : WebhookRequests.checked(request.rules());
        return before -> {
            Webhook after = before.with(url == null ? before.url() : url, rules == null ? before.rules() : rules);
            return switch (request.state()) {
                case null -> after;
                case "active" -> after.enabled();
                case "disabled" -> after.disabled("by-owner", now());
                default -> throw Problem.invalid("state", "One of active, disabled.");
            };
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        own.get(id);
        webhooks.remove(id);
        deliveries.removeOf(id);
    }

    /** The one before it signs for a day more. */
    @PostMapping("/{id}/secrets")
    ResponseEntity<WebhookBody> rotate(@PathVariable String id) {
        own.get(id);
        Stored after = webhooks.change(id, before -> before.rotated(now()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Problem.etag(after.version()))
                .body(WebhookBody.withSecret(after, now()));
    }

    @PostMapping("/{id}/ping")
    ResponseEntity<DeliveryBody> ping(@PathVariable String id) {
        Webhook webhook = own.get(id).webhook();
        if (webhook.disabled() != null) {
            throw Problem.conflict("webhook-disabled", "Set its state to active first.");
        }
        Map<String, Object> message = Map.of("type", "ping", "timestamp", now(), "data", Map.of());
        Delivery ping = Delivery.of(
                UUID.randomUUID().toString(),
                webhook,
                "ping",
                null,
                new String(EventJson.write(message), StandardCharsets.UTF_8),
                now());
        deliveries.add(List.of(ping));
        dispatcher.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/deliveries/" + ping.id()))
                .body(DeliveryBody.of(ping));
    }

    /** All that was made in that time is sent once more, delivered or not. */
    @PostMapping("/{id}/replays")
    ResponseEntity<Replayed> replay(@PathVariable String id, @Valid @RequestBody WebhookRequests.Replay request) {
        own.get(id);
        int found = deliveries.changeAll(id, null, request.from(), request.to(), before -> before.again(now()));
        dispatcher.wake();
        return ResponseEntity.accepted().body(new Replayed(found));
    }

    private ResponseEntity<WebhookBody> answer(Stored stored) {
        return ResponseEntity.ok().eTag(Problem.etag(stored.version())).body(WebhookBody.of(stored, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
