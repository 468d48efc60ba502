package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api.Answer;
import org.waymark.testing.Contracts;
import org.waymark.testing.StoreRules;
import tools.jackson.databind.JsonNode;

/** Partners from a registry as dirty as they come. */
@RunningService
class ImportIT {

    private static final String ROWS = """
            [{"id":1,"name":" First\\n%1$s ","country":"United Kingdom of Great Britain & Northern Ireland",
              "type":"NGO\\n","url":"https://example.org","logo":"not a link","review_status":"APPROVED","index":null},
             {"id":2,"name":"Second %1$s","country":"Atlantis","type":"Guild","country_group":"Global"},
             {"id":3,"name":null,"type":null},
             {"id":4,"name":"first %1$s","type":"Academia and Research "},
             {"name":"Fifth %1$s","country":null,"type":null}]""";

    @Autowired
    Api api;

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void says_what_it_would_do_with_each_row_and_does_nothing() {
        String source = source();

        Answer answer = send(source, true, ROWS.formatted(source));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("register").asInt()).isEqualTo(3);
        assertThat(answer.body().path("skip").asInt()).isEqualTo(2);
        JsonNode first = answer.body().path("rows").path(0);
        assertThat(first.path("name").asString()).isEqualTo("First " + source);
        assertThat(first.path("type").toString()).isEqualTo("{\"from\":\"NGO\\n\",\"to\":\"22\"}");
        assertThat(first.path("country").path("to").asString()).isEqualTo("GBR");
        JsonNode second = answer.body().path("rows").path(1);
        assertThat(second.path("outcome").asString()).isEqualTo("register");
        assertThat(second.path("type").has("to")).isFalse();
        assertThat(second.path("country").has("to")).isFalse();
        assertThat(answer.body().path("rows").path(2).path("reason").asString()).isEqualTo("The row has no name.");
        JsonNode same = answer.body().path("rows").path(3);
        assertThat(same.path("outcome").asString()).isEqualTo("skip");
        assertThat(same.path("partnerId")).isEqualTo(first.path("partnerId"));
        assertThat(api.get("/api/partners/" + first.path("partnerId").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void does_what_it_said_and_a_second_time_nothing() {
        String source = source();
        String rows = ROWS.formatted(source);

        Answer dry = send(source, true, rows);
        Answer real = send(source, false, rows);
        Answer again = send(source, false, rows);

        assertThat(real.body().path("rows")).isEqualTo(dry.body().path("rows"));
        assertThat(again.body().path("register").asInt()).isZero();
        assertThat(again.body().path("alreadyThere").asInt()).isEqualTo(3);
        Answer made = api.get("/api/partners/"
                + dry.body().path("rows").path(0).path("partnerId").asString());
        assertThat(made.text("name")).isEqualTo("First " + source);
        assertThat(made.text("type")).isEqualTo("22");
        assertThat(made.text("country")).isEqualTo("GBR");
        assertThat(made.text("status")).isEqualTo("invited");
        assertThat(made.text("website")).isEqualTo("https://example.org");
        assertThat(made.body().has("logo")).isFalse();
        assertThat(made.body().path("sequence").asLong()).isEqualTo(1);
    }

    @Test
    void leaves_what_was_changed_since_as_it_is() {
        String source = source();
        Answer first = send(source, false, ROWS.formatted(source));
        String path = "/api/partners/"
                + first.body().path("rows").path(0).path("partnerId").asString();
        api.patch(api.secretariat(), path, "*", "{\"status\":\"active\",\"name\":\"Changed " + source + "\"}");

        send(source, false, ROWS.formatted(source));

        assertThat(api.get(path).text("name")).isEqualTo("Changed " + source);
        assertThat(api.get(path).text("status")).isEqualTo("active");
    }

    @Test
    void is_for_the_secretariat_and_takes_rows_alone() {
        String partner = api.token(api.aClient(api.aPartner().text("id"), "partner"));

        assertThat(api.post(partner, "/api/partners/imports", "[]").status()).isEqualTo(403);
        assertThat(api.send("POST", "/api/partners/imports", "[]").status()).isEqualTo(401);
        assertThat(send("x", true, "{\"name\":\"A\"}").status()).isEqualTo(400);
        assertThat(send("x", true, "[null]").status()).isEqualTo(400);
        assertThat(PartnersIT.fields(send("Not_Good", true, "[]"))).containsExactly("source");
        assertThat(send("x", true, "[]").body().path("rows").size()).isZero();
    }

    @Test
    void takes_a_real_registry() throws IOException {
        Optional<Path> registry = Contracts.realData("registry/unep-gpml-organisations.json");
        assumeTrue(registry.isPresent(), "the registry is not at hand");
        String rows = Files.readString(registry.orElseThrow());
        String source = source();

        Answer dry = send(source, true, rows);
        Answer real = send(source, false, rows);
        Answer again = send(source, true, rows);

        assertThat(dry.body().path("rows").size()).isEqualTo(604);
        assertThat(real.body().path("rows")).isEqualTo(dry.body().path("rows"));
        assertThat(dry.body().path("register").asInt()).isEqualTo(602);
        assertThat(again.body().path("alreadyThere").asInt()).isEqualTo(602);
        assertThat(dry.body().path("rows"))
                .filteredOn(row -> row.has("type"))
                .allSatisfy(row -> assertThat(row.path("type").has("to")).isTrue());
        assertThat(dry.body().path("rows"))
                .filteredOn(row -> row.has("country") && !row.path("country").has("to"))
                .extracting(row -> row.path("country").path("from").asString())
                .allSatisfy(from -> assertThat(from).contains("CoNon-governmental"));
    }

    private static String source() {
        return UUID.randomUUID().toString();
    }

    private Answer send(String source, boolean dryRun, String rows) {
        return api.post(api.secretariat(), "/api/partners/imports?dryRun=%s&source=%s".formatted(dryRun, source), rows);
    }
}
