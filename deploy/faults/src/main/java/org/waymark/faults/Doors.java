package org.waymark.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The three services, with something in each that may be asked for: of the first caller's own, of another's, and nobody's. */
final class Doors {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ABSENT = "8d0c8e6a-0000-5000-8000-000000000000";

    /** What partner-service answers and its document does not name. */
    private static final List<String> SIGN_IN = List.of(
            "POST /oauth2/token",
            "POST /oauth2/authorize",
            "POST /sign-in",
            "POST /sign-in/code",
            "GET /sign-in/links/{token}");

    private final Client secretariat;
    private final Client board;
    private final Client alerts;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, List<String>> paths = new HashMap<>();

    /**
     * @param partners port of partner-service
     * @param board port of progress-service
     * @param alerts port of notification-service
     */
    Doors(int partners, int board, int alerts) {
        this.secretariat = new Client(partners, Identity.of(() -> token(partners, "secretariat", Cluster.SECRET)));
        this.board = new Client(board, Identity.secretariat());
        this.alerts = new Client(alerts, Identity.secretariat());
        Cluster.awaitReady(new Client(partners, Identity.nobody())); // who asks for a token before gets none
    }

    /** What stands at one door is named at the others too. */
    List<Door> all() {
        Client member = partners();
        Client officer = new Client(board.port(), Identity.officer(id("PARTNER")));
        Client colleague = new Client(board.port(), Identity.officer(id("OTHER")));
        promises(officer, colleague);
        known("PRACTICE", "practices", made(secretariat, "POST /api/practices").at("/id"));
        known(
                "QUESTION",
                "research-questions",
                made(secretariat, "POST /api/research-questions").at("/id"));
        Client nobody = new Client(board.port(), Identity.nobody());
        Client chair = new Client(alerts.port(), Identity.officer(id("OTHER")));
        return List.of(
                door("progress", List.of(officer, officer, officer, colleague, board, nobody), List.of()),
                door(
                        "partner",
                        List.of(secretariat, secretariat, member, new Client(secretariat.port(), Identity.nobody())),
                        SIGN_IN),
                door("notification", List.of(alerts, chair, new Client(alerts.port(), Identity.nobody())), List.of()));
    }

    private Door door(String service, List<Client> callers, List<String> besides) {
        JsonNode document = Awaitility.await() // the first one takes its time to be made
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> callers.getFirst().get("/v3/api-docs"), JsonNode::isObject);
        return new Door(service, callers, Surface.of(document, besides), Map.copyOf(paths), Map.copyOf(ids));
    }

    /** Two partners and a group that the second leads; a client, a member and more, of the first. */
    private Client partners() {
        known("PARTNER", "partners", made(secretariat, "POST /api/partners").at("/id"));
        known("OTHER", "partners", made(secretariat, "POST /api/partners").at("/id"));
        String group =
                "{\"name\": \"Led by the second\", \"coChairs\": [{\"partnerId\": \"%s\", \"from\": \"2020-01-01\"}]}";
        known(
                "GROUP",
                "action-groups",
                made(secretariat, "/api/action-groups", group.formatted(id("OTHER")))
                        .at("/id"));
        String own = "/api/partners/" + id("PARTNER");
        String asPartner = "{\"name\": \"officer\", \"roles\": [\"partner\", \"co-chair\"]}";
        JsonNode client = made(secretariat, own + "/clients", asPartner);
        JsonNode spare = made(secretariat, own + "/clients", asPartner);
        known("CLIENT", "clients", spare.at("/clientId"));
        known("SECRET", "secrets", spare.at("/secretId"));
        String person = filled(Surface.right("POST /api/partners/{partnerId}/members"));
        known("PERSON", "members", made(secretariat, own + "/members", person).at("/personId"));
        known("STAFF", "people", made(secretariat, "POST /api/people").at("/personId"));
        paths.put("pathfinder-countries", List.of("NPL", "SLV"));
        return new Client(
                secretariat.port(),
                Identity.of(() -> token(
                        secretariat.port(),
                        client.at("/clientId").asString(""),
                        client.at("/clientSecret").asString(""))));
    }

    private void promises(Client officer, Client colleague) {
        String inGroup = Surface.right("POST /api/commitments").replaceFirst("\\{", "{\"groupId\": \"GROUP\", ");
        JsonNode promised = made(officer, "/api/commitments", filled(inGroup));
        known("COMMITMENT", "commitments", promised.at("/id"));
        known("MILESTONE", "milestones", promised.at("/milestones/0/id"));
        known("INDICATOR", "indicators", promised.at("/indicators/0/id"));
        known("PERIOD", "periods", promised.at("/indicators/0/periods/0/id"));
        known("FOREIGN", "commitments", made(colleague, "POST /api/commitments").at("/id"));
        known(
                "UPDATE",
                "updates",
                reported(officer, promised, "{\"narrative\": \"N\"}").at("/id"));
        known(
                "DRAFT",
                "drafts",
                made(officer, "/api/commitments", "{\"draft\": true, \"title\": \"T\", \"level\": \"global\"}")
                        .at("/id"));
        known(
                "FILE",
                "evidence",
                taken(officer, "/api/evidence?name=a.txt", "Words.", "text/plain")
                        .at("/id"));
        JsonNode kept = made(officer, "POST /api/commitments");
        String claim = "{\"milestones\": [{\"id\": \"%s\", \"status\": \"reached\", \"on\": \"2026-02-01\"}]}";
        reported(officer, kept, claim.formatted(kept.at("/milestones/0/id").asString()));
        String raised = "/api/alerts?commitment=" + kept.at("/id").asString();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !alerts.get(raised).at("/items").isEmpty());
        known("ALERT", "alerts", alerts.get(raised).at("/items/0/id"));
    }

    private static JsonNode reported(Client officer, JsonNode commitment, String update) {
        return made(officer, "/api/commitments/" + commitment.at("/id").asString() + "/updates", update);
    }

    private void known(String word, String path, JsonNode id) {
        String text = id.asString(ABSENT);
        ids.putIfAbsent(word, text);
        List<String> all = new ArrayList<>(paths.getOrDefault(path, List.of(ABSENT)));
        all.add(all.size() - 1, text);
        paths.put(path, List.copyOf(all));
    }

    private String id(String word) {
        return ids.getOrDefault(word, ABSENT);
    }

    private String filled(String body) {
        String filled = body.replace("NUMBER", UUID.randomUUID().toString());
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }

    /** By the first body that is right for it. */
    private JsonNode made(Client caller, String operation) {
        return made(caller, operation.replace("POST ", ""), filled(Surface.right(operation)));
    }

    private static JsonNode made(Client caller, String path, String body) {
        return taken(caller, path, body, "application/json");
    }

    private static JsonNode taken(Client caller, String path, String body, String type) {
        Map<String, String> headers = Map.of(
                "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString());
        Client.Answer answer = caller.ask("POST", path, body.getBytes(StandardCharsets.UTF_8), headers)
                .orElseThrow(() -> new Client.NoAnswer("no answer to POST " + path));
        if (answer.status() / 100 != 2) {
            throw new Client.NoAnswer("POST " + path + ": " + answer);
        }
        return answer.body();
    }

    /** Of partner-service; none where it gives none, as to who has been taken back meanwhile. */
    private static String token(int port, String client, String secret) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers =
                Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded");
        return new Client(port, Identity.nobody())
                .ask("POST", "/oauth2/token", "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8), headers)
                .map(answer -> answer.body().path("access_token").asString(""))
                .orElse("");
    }
}
