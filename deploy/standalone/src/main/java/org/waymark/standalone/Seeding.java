package org.waymark.standalone;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the sample into an empty alliance, through the same doors as everybody. Each step may be repeated, so a start
 * after a kill goes on where the last one stopped: the file {@code seeding} holds the day it began, which the sample's
 * dates and with them the bodies behind the idempotency keys depend on; it becomes {@code seeded} when all is done.
 */
final class Seeding {

    private static final String BEGUN = "seeding";
    private static final String DONE = "seeded";
    private static final String CLIENT_NAME = "Sample client";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final JsonMapper JSON = new JsonMapper();

    private final DataHome home;
    private final Api api;
    private final Sample sample;
    private Credentials credentials;

    /** Where each commitment of the sample stands. */
    private final Map<String, Long> sequences = new HashMap<>();

    private Seeding(DataHome home, Api api, Sample sample, Credentials credentials) {
        this.home = home;
        this.api = api;
        this.sample = sample;
        this.credentials = credentials;
    }

    /** To be called before the broker and the store make their folders: where these stand, nothing is ever seeded. */
    static void markIfNew(DataHome home) {
        if (!home.has(DONE) && !home.has(BEGUN) && !home.has(Servers.BROKER) && !home.has(Servers.STORE)) {
            home.write(BEGUN, LocalDate.now(ZoneOffset.UTC) + "\n");
        }
    }

    /** Seeds where that is due, and waits until the board shows it. */
    static void finish(DataHome home, Api api, Credentials credentials, Terminal terminal) throws InterruptedException {
        String begun = home.read(BEGUN);
        if (begun == null) {
            return;
        }
        Sample sample = Sample.of(LocalDate.parse(begun.strip()));
        terminal.progress("first start: entering the sample work plan");
        Seeding seeding = new Seeding(home, api, sample, credentials);
        seeding.run();
        home.rename(BEGUN, DONE);
        terminal.progress("%d sample partners and %d sample commitments are on the board"
                .formatted(sample.partners().size(), sample.commitments().size()));
    }

    private void run() throws InterruptedException {
        for (Sample.Partner partner : sample.partners()) {
            if (credentials.partner(partner.key()) == null) {
                credentials = credentials.with(partner.key(), admit(partner));
                credentials.write(home);
            }
        }
        new SamplePeople(home, api, credentials)
                .admit(sample.partners().stream()
                        .filter(Sample.Partner::coChair)
                        .toList());
        appointCoChairs();
        for (Sample.Promised promised : sample.commitments()) {
            promise(promised);
        }
        for (var one : sequences.entrySet()) {
            awaitOnBoard(one.getKey(), one.getValue());
        }
    }

    private Credentials.PartnerClient admit(Sample.Partner partner) throws InterruptedException {
        Credentials.Client secretariat = credentials.secretariat();
        String id = api.post(api.partner("/api/partners"), secretariat, key(partner.key()), partner.body())
                .path("id")
                .asString();
        String clients = "/api/partners/" + id + "/clients";
        revokeUnrecorded(clients);
        ObjectNode body = JSON.createObjectNode().put("name", CLIENT_NAME);
        ArrayNode roles = body.putArray("roles").add("partner");
        if (partner.coChair()) {
            roles.add("co-chair");
        }
        JsonNode client = api.post(api.partner(clients), secretariat, key(partner.key() + "-client"), body);
        return new Credentials.PartnerClient(
                id,
                client.path("clientId").asString(),
                client.path("clientSecret").asString());
    }

    /** A client whose secret was told, and lost in a kill before it was written down, is of no use to anybody. */
    private void revokeUnrecorded(String clients) throws InterruptedException {
        for (JsonNode client :
                api.get(api.partner(clients), credentials.secretariat()).path("items")) {
            if (CLIENT_NAME.equals(client.path("name").asString())) {
                api.delete(api.partner(clients + "/" + client.path("clientId").asString()), credentials.secretariat());
            }
        }
    }

    private void appointCoChairs() throws InterruptedException {
        JsonNode groups = api.get(api.partner("/api/action-groups")).path("items");
        for (JsonNode group : groups) {
            if (group.path("default").asBoolean() && group.path("coChairs").isEmpty()) {
                api.put(
                        api.partner("/api/action-groups/" + group.path("id").asString() + "/co-chairs"),
                        credentials.secretariat(),
                        coChairs());
            }
        }
    }

    private ObjectNode coChairs() {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode terms = body.putArray("coChairs");
        for (Sample.Partner partner : sample.partners()) {
            if (partner.coChair()) {
                terms.addObject()
                        .put("partnerId", of(partner.key()).id())
                        .put(
                                "from",
                                LocalDate.now(ZoneOffset.UTC).withDayOfYear(1).toString());
            }
        }
        return body;
    }

    private void promise(Sample.Promised promised) throws InterruptedException {
        ObjectNode body = promised.body().deepCopy();
        ArrayNode supporting = body.putArray("supporting");
        list(promised.supporting())
                .forEach(partner -> supporting.add(of(partner).id()));
        JsonNode commitment =
                api.post(api.progress("/api/commitments"), of(promised.by()).client(), key(promised.key()), body);
        String id = commitment.path("id").asString();
        sequences.put(id, commitment.path("sequence").asLong());
        for (int i = 0; i < promised.updates().size(); i++) {
            Sample.Update update = promised.updates().get(i);
            JsonNode reported = api.post(
                    api.progress("/api/commitments/" + id + "/updates"),
                    of(update.by()).client(),
                    key(promised.key() + "-" + (i + 1)),
                    report(update, commitment));
            sequences.put(id, reported.path("sequence").asLong());
        }
    }

    private static ObjectNode report(Sample.Update update, JsonNode commitment) {
        ObjectNode body = update.body().deepCopy();
        ArrayNode milestones = body.putArray("milestones");
        for (Sample.Reached reached : list(update.reached())) {
            milestones
                    .addObject()
                    .put(
                            "id",
                            commitment
                                    .path("milestones")
                                    .path(reached.milestone())
                                    .path("id")
                                    .asString())
                    .put("status", "reached")
                    .put("on", reached.on().toString());
        }
        ArrayNode actuals = body.putArray("actuals");
        for (Sample.Actual actual : list(update.actuals())) {
            JsonNode indicator = commitment.path("indicators").path(actual.indicator());
            actuals.addObject()
                    .put("indicatorId", indicator.path("id").asString())
                    .put(
                            "periodId",
                            indicator
                                    .path("periods")
                                    .path(actual.period())
                                    .path("id")
                                    .asString())
                    .put("value", actual.value());
        }
        return body;
    }

    private void awaitOnBoard(String commitment, long sequence) throws InterruptedException {
        URI card = api.progress("/api/dashboard/commitments/" + commitment + "?atLeast=" + sequence);
        Instant patience = Instant.now().plus(PATIENCE);
        while (api.find(card).map(one -> one.path("sequence").asLong()).orElse(0L) < sequence) {
            if (Instant.now().isAfter(patience)) {
                throw Refused.because("The board did not show the sample in time; the log file may say why.");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private Credentials.PartnerClient of(String partner) {
        return Objects.requireNonNull(credentials.partner(partner), partner);
    }

    private static String key(String name) {
        return "sample-" + name;
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
