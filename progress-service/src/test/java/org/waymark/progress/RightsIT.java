package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.waymark.testing.Endpoints;
import org.waymark.testing.RightsTable;
import org.waymark.testing.RightsTable.Whose;
import org.waymark.testing.TestTokens;

/** Every endpoint of the running service, asked by everybody: {@code rights.txt} says who gets what answer. */
class RightsIT extends ServiceIT {

    private static final RightsTable TABLE = RightsTable.read("/rights.txt");

    /** Whose commitment is what a caller without one calls another's. */
    private static final String STRANGER = "stranger";

    @Autowired
    ApplicationContext context;

    private final Map<String, String> organizations = new HashMap<>();
    private final Map<String, Map<String, String>> things = new HashMap<>();

    @Test
    void every_endpoint_stands_in_the_table() {
        assertThat(TABLE.endpoints()).isEqualTo(Endpoints.of(context));
    }

    @Test
    void everybody_is_answered_as_the_table_says() {
        theOrganizationsAndTheirCommitments();

        assertThat(TABLE.differences(anybody.base(), tokens(), this::filled)).isEmpty();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(secretariat
                                .get("/api/operations/rebuilds")
                                .body()
                                .findValuesAsString("state"))
                        .doesNotContain("reading", "comparing", "switching"));
    }

    private Map<String, String> tokens() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("nobody", "");
        tokens.put("secretariat", TestTokens.token("secretariat", null, "secretariat"));
        tokens.put("partner", token("partner", "partner"));
        tokens.put("another", token("another", "partner"));
        tokens.put("claimant", token("claimant", "partner", "co-chair"));
        tokens.put("suspended", token("suspended", "partner", "co-chair"));
        tokens.put("co-chair", token("co-chair", "partner", "co-chair"));
        tokens.put("former", token("former", "partner", "co-chair"));
        tokens.put("observer", token("observer", "observer"));
        tokens.put("expired", TestTokens.expiredToken("expired", organization("partner"), "partner"));
        tokens.put("malformed", "not.a.token");
        return tokens;
    }

    private String organization(String name) {
        return Objects.requireNonNull(organizations.get(name), name);
    }

    private String token(String caller, String... roles) {
        return TestTokens.token(caller, organization(caller), roles);
    }

    /** All of them in one group; the suspended one promised something while it took part. */
    private void theOrganizationsAndTheirCommitments() {
        for (String caller : TABLE.callers()) {
            organizations.put(caller, UUID.randomUUID().toString());
        }
        organizations.put(STRANGER, UUID.randomUUID().toString());
        String group = aGroupOf(organization("co-chair"), organization("former"));
        organizations.forEach((name, id) -> things.put(name, thingsOf(id, group)));
        suspend(organization("suspended"));
        await().atMost(Duration.ofSeconds(60)).until(() -> directory.isConfirmed(clock.instant()));
        for (Map<String, String> thing : things.values()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> anybody.get("/api/dashboard/commitments/" + thing.getOrDefault("id", ""))
                                    .status()
                            == 200);
        }
    }

    private String aGroupOf(String chair, String former) {
        String group = UUID.randomUUID().toString();
        TopicWriter.put(TopicWriter.event(
                "waymark.partners", group, 1, "org.waymark.action-group.created.v1", """
                {"name": "Rights", "default": false, "coChairs": [{"partnerId": "%s", "from": "2026-01-01"},
                 {"partnerId": "%s", "from": "2026-01-01", "to": "2026-02-01"}]}
                """.formatted(chair, former)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> directory.chairedBy(chair, clock.instant()).contains(group));
        return group;
    }

    private void suspend(String organization) {
        TopicWriter.put(TopicWriter.event(
                "waymark.partners",
                organization,
                1,
                "org.waymark.partner.registered.v1",
                "{\"name\": \"Gone\", \"status\": \"suspended\", \"origin\": \"registered\"}"));
        await().atMost(Duration.ofSeconds(20)).until(() -> directory.isShutOut(organization));
    }

    private Map<String, String> thingsOf(String organization, String group) {
        Api owner = new Api(anybody.base(), TestTokens.token("owner", organization, "partner"));
        Api.Answer commitment = created(owner.post(
                "/api/commitments", COMMITMENT.replaceFirst("\\{", "{\"groupId\": \"" + group + "\","), withKey()));
        String at = "/api/commitments/" + commitment.text("/id");
        Map<String, String> ids = new HashMap<>();
        ids.put("id", commitment.text("/id"));
        ids.put("milestone", commitment.text("/milestones/0/id"));
        ids.put("indicator", commitment.text("/indicators/0/id"));
        ids.put("period", commitment.text("/indicators/0/periods/0/id"));
        ids.put(
                "update",
                created(owner.post(at + "/updates", "{\"narrative\": \"One.\"}", withKey()))
                        .text("/id"));
        ids.put(
                "draft",
                created(owner.post("/api/commitments", "{\"title\": \"Later\", \"draft\": true}", withKey()))
                        .text("/id"));
        ids.put(
                "file",
                created(owner.post("/api/evidence?name=a.csv", "text/csv", TopicWriter.bytes("a,b\n1,2\n")))
                        .text("/id"));
        return ids;
    }

    private static Api.Answer created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private String filled(String path, String caller, Whose whose) {
        Map<String, String> ids = switch (whose) {
            case OWN -> things.getOrDefault(caller, Map.of());
            case ANOTHERS -> things.getOrDefault(STRANGER, Map.of());
            case ABSENT -> Map.of();
        };
        String id = path.startsWith("/api/drafts") ? "draft" : path.startsWith("/api/evidence") ? "file" : "id";
        String filled = (path.equals("/api/evidence") ? path + "?name=a.csv" : path)
                .replace("{id}", "{" + id + "}")
                .replace("{generation}", "9999")
                .replace("**", "none");
        for (Map.Entry<String, String> one : ids.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        return filled.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }
}
