package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.testing.StoreRules;

@RunningService
class ResearchIT {

    private static final String QUESTIONS = "/api/research-questions";
    private static final String PRACTICES = "/api/practices";
    private static final String FINDING = "{\"title\":\"Survey\",\"url\":\"https://example.org/survey\"}";

    @Autowired
    Api api;

    @Autowired
    Topics topics;

    private String partner = "";
    private String token = "";

    @BeforeEach
    void a_partner_of_its_own() {
        partner = api.aPartner().text("id");
        token = api.token(api.aClient(partner, "partner"));
    }

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void shares_a_question_with_all() {
        String commitment = UUID.randomUUID().toString();

        Answer shared = api.post(
                token,
                QUESTIONS,
                "{\"title\":\"Who pays?\",\"countries\":[\"THA\"],\"commitments\":[\"%s\"]}".formatted(commitment));

        assertThat(shared.status()).isEqualTo(201);
        assertThat(shared.text("partnerId")).isEqualTo(partner);
        assertThat(shared.body().path("open").asBoolean()).isTrue();
        assertThat(shared.body().at("/commitments/0").asString()).isEqualTo(commitment);
        assertThat(api.get(shared.header("Location")).body()).isEqualTo(shared.body());
        assertThat(api.get(QUESTIONS + "?limit=200").response().body()).contains(shared.text("id"));
        assertThat(topics.await(shared.text("id"), 1))
                .extracting(record -> KafkaMessageFactory.createReader(record.headers(), record.value())
                        .toEvent()
                        .getType())
                .containsExactly("org.waymark.research-question.shared.v1");
    }

    @Test
    void closes_a_question_that_has_a_finding() {
        String path = api.post(token, QUESTIONS, "{\"title\":\"Who pays?\"}").header("Location");

        assertThat(PartnersIT.fields(api.patch(token, path, "*", "{\"open\":false}")))
                .containsExactly("findings");
        Answer closed = api.patch(token, path, "\"1\"", "{\"open\":false,\"findings\":[" + FINDING + "]}");

        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.body().path("open").asBoolean()).isFalse();
        assertThat(closed.text("title")).isEqualTo("Who pays?");
        assertThat(api.patch(token, path, "\"1\"", "{\"open\":true}").status()).isEqualTo(412);
    }

    @Test
    void shares_a_practice_once_per_key() {
        String key = UUID.randomUUID().toString();
        String body = "{\"title\":\"Visit together\",\"findings\":[" + FINDING + "]}";

        Answer first = api.post(token, PRACTICES, body, "Idempotency-Key", key);
        Answer again = api.post(token, PRACTICES, body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().has("open")).isFalse();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.post(token, PRACTICES, "{\"title\":\"Other\"}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void is_changed_by_who_shares_it_and_the_secretariat() {
        String path =
                api.post(token, PRACTICES, "{\"title\":\"Visit together\"}").header("Location");
        String other = api.token(api.aClient(api.aPartner().text("id"), "partner"));
        String observer = api.token(api.aClient(partner, "observer"));

        assertThat(api.patch(other, path, "*", "{\"title\":\"Mine\"}").status()).isEqualTo(404);
        assertThat(api.patch(observer, path, "*", "{\"title\":\"Mine\"}").status())
                .isEqualTo(403);
        assertThat(api.send("PATCH", path, "{\"title\":\"Mine\"}").status()).isEqualTo(401);
        assertThat(api.post(observer, PRACTICES, "{\"title\":\"Mine\"}").status())
                .isEqualTo(403);
        assertThat(api.patch(api.secretariat(), path, "*", "{\"title\":\"Ours\"}")
                        .text("title"))
                .isEqualTo("Ours");
        assertThat(api.get(path).text("partnerId")).isEqualTo(partner);
    }

    @Test
    void is_not_for_a_partner_that_is_suspended() {
        String path =
                api.post(token, PRACTICES, "{\"title\":\"Visit together\"}").header("Location");
        api.patch(
                api.secretariat(),
                "/api/partners/" + partner,
                "*",
                "{\"status\":\"suspended\",\"statusReason\":\"under-review\"}");

        assertThat(api.post(token, PRACTICES, "{\"title\":\"Other\"}").status()).isEqualTo(403);
        assertThat(api.patch(token, path, "*", "{\"title\":\"Other\"}").status())
                .isEqualTo(403);
    }

    @Test
    void names_what_is_wrong() {
        assertThat(PartnersIT.fields(api.post(token, QUESTIONS, "{}"))).containsExactly("title");
        assertThat(PartnersIT.fields(api.post(token, QUESTIONS, "{\"title\":\"T\",\"countries\":[\"XYZ\"]}")))
                .containsExactly("countries[0]");
        assertThat(PartnersIT.fields(api.post(
                        token,
                        PRACTICES,
                        "{\"title\":\"T\",\"findings\":[{\"title\":\"F\",\"url\":\"javascript:alert(1)\"}]}")))
                .containsExactly("findings[0].url");
        assertThat(PartnersIT.fields(api.post(token, PRACTICES, "{\"title\":\"T\",\"partnerId\":\"x\"}")))
                .containsExactly("partnerId");
    }
}
