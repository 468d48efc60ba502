package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.platform.Uuids;
import org.waymark.testing.ConditionalGets;

@RunningService
class ConditionalIT {

    private static final List<String> OF_A_PERSON = List.of("/userinfo", "/api/people/me", "/api/people/me/export");

    @LocalServerPort
    int port;

    @Autowired
    Api api;

    @Test
    void whatever_can_be_read_has_an_etag_by_which_it_is_read_but_once() {
        String partner = api.aPartner().text("id");
        String group = Uuids.of("action-groups", "default").toString();
        String question = api.post(api.secretariat(), "/api/research-questions", "{\"title\":\"Who pays?\"}")
                .text("id");
        String practice = api.post(api.secretariat(), "/api/practices", "{\"title\":\"Visit together\"}")
                .text("id");
        People people = new People(api);
        People.Invited person = people.member(partner, "reporter");
        api.post(
                api.secretariat(),
                "/api/pathfinder-countries",
                "{\"country\":\"CHL\",\"stages\":[{\"stage\":\"interested\",\"on\":\"2025-03-01\"}]}");

        Map<String, String> outcomes = new ConditionalGets("http://localhost:" + port, api.secretariat())
                .all(path -> path.replace("/api/action-groups/{id}", "/api/action-groups/" + group)
                        .replace("/api/research-questions/{id}", "/api/research-questions/" + question)
                        .replace("/api/practices/{id}", "/api/practices/" + practice)
                        .replace("{country}", "CHL")
                        .replace("{personId}", person.id())
                        .replaceAll("\\{(id|partnerId)}", partner));

        ConditionalGets ofAPerson = new ConditionalGets("http://localhost:" + port, people.token(person.email()));
        OF_A_PERSON.forEach(path -> outcomes.put(path, ofAPerson.outcome(path)));

        assertThat(outcomes)
                .containsKeys("/api/partners", "/api/action-groups/{id}", "/api/partners/{partnerId}/clients")
                .allSatisfy((path, outcome) -> assertThat(outcome).as(path).isEqualTo("ETag, 304"));
    }
}
