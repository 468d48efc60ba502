package org.waymark.notification.webhook.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.notification.Page;
import org.waymark.notification.webhook.domain.Delivery;
import org.waymark.notification.webhook.domain.Delivery.State;
import org.waymark.notification.webhook.send.Dispatcher;
import org.waymark.notification.webhook.store.Deliveries;

@RestController
@RequestMapping("/api/deliveries")
class DeliveryController {

    private final OwnWebhooks own;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final Clock clock;

    DeliveryController(OwnWebhooks own, Deliveries deliveries, Dispatcher dispatcher, Clock clock) {
        this.own = own;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    /** @param cursor the id of the last delivery of the page before */
    @GetMapping
    Page<DeliveryBody> list(
            @RequestParam(required = false) @Nullable String webhook,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checked(limit, "deliveries");
        List<String> webhooks = webhook == null
                ? own.all().stream().map(one -> one.webhook().id()).toList()
                : List.of(own.get(webhook).webhook().id());
        List<Delivery> found = deliveries.list(new Deliveries.Query(
                webhooks,
                state == null ? null : state(state),
                limit + 1,
                cursor == null ? null : place(cursor, webhooks)));
        boolean isLast = found.size() <= limit;
        List<Delivery> shown = isLast ? found : found.subList(0, limit);
        return new Page<>(
                shown.stream().map(DeliveryBody::of).toList(),
                isLast ? null : shown.getLast().id());
    }

    @GetMapping("/{id}")
    DeliveryBody get(@PathVariable String id) {
        return DeliveryBody.of(visible(id));
    }

    @PostMapping("/{id}/replay")
    ResponseEntity<DeliveryBody> replay(@PathVariable String id) {
        visible(id);
        Delivery again = deliveries.change(id, before -> before.again(clock.instant()));
        dispatcher.wake();
        return ResponseEntity.accepted().body(DeliveryBody.of(again));
    }

    private Delivery visible(String id) {
        own.organization(); // first, so that who is refused learns nothing of what there is
        Delivery found = deliveries.find(id).orElseThrow(() -> Problem.notFound("delivery"));
        own.get(found.webhookId());
        return found;
    }

    private Delivery place(String cursor, List<String> webhooks) {
        return deliveries
                .find(cursor)
                .filter(found -> webhooks.contains(found.webhookId()))
                .orElseThrow(() -> Problem.invalid("cursor", "Take it from \"next\" of the page before, as it is."));
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(one -> DeliveryBody.word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "state",
                        "One of "
                                + Arrays.stream(State.values())
                                        .map(DeliveryBody::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
