package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.platform.Uuids;
import org.waymark.testing.ConditionalGets;

@RunningService
class ConditionalIT {

    @LocalServerPort
    int port;

    @Autowired
    Api api;

    @Test
    void whatever_can_be_read_has_an_etag_by_which_it_is_read_but_once() {
        String partner = api.aPartner().text("id");
        String group = Uuids.of("action-groups", "default").toString();

        Map<String, String> outcomes = new ConditionalGets("http://localhost:" + port, api.secretariat())
                .all(path -> path.replace("/api/action-groups/{id}", "/api/action-groups/" + group)
                        .replaceAll("\\{(id|partnerId)}", partner));

        assertThat(outcomes)
                .containsKeys("/api/partners", "/api/action-groups/{id}", "/api/partners/{partnerId}/clients")
                .allSatisfy((path, outcome) -> assertThat(outcome).as(path).isEqualTo("ETag, 304"));
    }
}
