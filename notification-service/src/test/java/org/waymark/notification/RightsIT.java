package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.notification.CommitmentStory.aCommitment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.waymark.testing.Endpoints;
import org.waymark.testing.RightsTable;
import org.waymark.testing.RightsTable.Whose;
import org.waymark.testing.TestTokens;

/** Every endpoint of the running service, asked by everybody: {@code rights.txt} says who gets what answer. */
class RightsIT extends NotificationIT {

    private static final RightsTable TABLE = RightsTable.read("/rights.txt");

    @Autowired
    ApplicationContext context;

    private final Map<String, String> tokens = new TreeMap<>();

    @Test
    void every_endpoint_stands_in_the_table() {
        assertThat(TABLE.endpoints()).isEqualTo(Endpoints.of(context));
    }

    /** The lead partner's alert is in the group that is chaired; another's is in a group that nobody here has part in. */
    @Test
    void everybody_is_answered_as_the_table_says() {
        String another = id();
        Map<Whose, String> alerts = Map.of(
                Whose.OWN, alertOn(aCommitment(lead, group)),
                Whose.ANOTHERS, alertOn(aCommitment(id(), id())),
                Whose.ABSENT, UUID.randomUUID().toString());
        Map<Whose, String> groups = Map.of(
                Whose.OWN, group,
                Whose.ANOTHERS, anotherGroup(),
                Whose.ABSENT, UUID.randomUUID().toString());
        tokens.put("nobody", "");
        String other = id();
        Map<Whose, String> webhooks = Map.of(
                Whose.OWN, webhookOf(lead),
                Whose.ANOTHERS, webhookOf(other),
                Whose.ABSENT, UUID.randomUUID().toString());
        Map<Whose, String> deliveries = Map.of(
                Whose.OWN, deliveryTo(lead, webhooks.get(Whose.OWN)),
                Whose.ANOTHERS, deliveryTo(other, webhooks.get(Whose.ANOTHERS)),
                Whose.ABSENT, UUID.randomUUID().toString());
        token("secretariat", null, "secretariat");
        token("lead", lead, "partner");
        token("another", another, "partner");
        token("claimant", another, "partner", "co-chair");
        token("suspended", suspendedCoChair, "partner", "co-chair");
        token("co-chair", coChair, "partner", "co-chair");
        token("former", formerCoChair, "partner", "co-chair");
        token("future", futureCoChair, "partner", "co-chair");
        token("observer", another, "observer");
        tokens.put("expired", TestTokens.expiredToken("expired", lead, "secretariat"));
        tokens.put("malformed", "not.a.token");

        List<String> differences = TABLE.differences(
                "http://localhost:" + port,
                tokens,
                (path, caller, whose) -> path.replace("**", "none")
                        .replace("{groupId}", groups.getOrDefault(whose, ""))
                        .replaceAll(
                                "\\{[^}]*}",
                                (path.startsWith("/api/webhooks")
                                                ? webhooks
                                                : path.startsWith("/api/deliveries") ? deliveries : alerts)
                                        .getOrDefault(whose, "")));

        assertThat(differences).isEmpty();
    }

    private String alertOn(CommitmentStory story) {
        return alert(tell(story.offTrack()), "off-track").path("id").asString("");
    }

    private String anotherGroup() {
        String another = id();
        publish(List.of(Topics.event(
                Topics.PARTNERS,
                "org.waymark.action-group.created.v1",
                another,
                1,
                "{\"name\": \"Another group\", \"default\": false, \"coChairs\": []}",
                null)));
        awaitRead("groups", Topics.PARTNERS);
        return another;
    }

    private String webhookOf(String partner) {
        return as(partner, "partner")
                .post("/api/webhooks", "{\"url\": \"https://unknown.invalid/\"}")
                .text("id");
    }

    private String deliveryTo(String partner, @Nullable String webhook) {
        return as(partner, "partner")
                .post("/api/webhooks/" + webhook + "/ping", "")
                .text("id");
    }

    private void token(String caller, @Nullable String organization, String... roles) {
        tokens.put(caller, TestTokens.token(caller, organization, roles));
    }
}
