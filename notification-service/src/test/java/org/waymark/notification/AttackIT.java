package org.waymark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.notification.CommitmentStory.aCommitment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.waymark.testing.AnswerHeaders;
import org.waymark.testing.Endpoints;
import org.waymark.testing.TestTokens;

/** What somebody would try (OWASP API Security Top 10 of 2023); who may ask for what at all is in {@link RightsIT}. */
class AttackIT extends NotificationIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    ApplicationContext context;

    /** API2. */
    @Test
    void no_token_is_believed_that_the_issuer_did_not_make_for_this_service_and_this_hour() {
        List<String> believed = new ArrayList<>();

        TestTokens.forgeries().all("secretariat", null, "secretariat").forEach((fault, token) -> {
            if (new Api(port, token).get("/api/alerts").status() != 401) {
                believed.add(fault);
            }
        });

        assertThat(believed).isEmpty();
    }

    /** API3. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "sequence", "state", "acknowledgedBy", "organization", "severity", "rule"})
    void no_field_that_the_service_owns_can_be_sent(String field) {
        String alert = path(alert(tell(aCommitment(lead, group).offTrack()), "off-track"));

        Api.Answer answer =
                secretariat().post(alert + "/acknowledgement", "{\"" + field + "\": \"x\"}", "If-Match", "*");

        assertProblem(answer, 400, "validation");
        assertThat(secretariat().get(alert).text("state")).isEqualTo("raised");
    }

    /** API4. */
    @Test
    void no_page_is_longer_than_it_may_be() {
        for (String list : Endpoints.taking(context, "limit")) {
            for (String limit : List.of("0", "-1", "501", "2147483648", "x")) {
                assertThat(secretariat().get(list + "?limit=" + limit).status())
                        .as(list + " " + limit)
                        .isEqualTo(400);
            }
        }
    }

    /** API8. */
    @Test
    void every_answer_has_the_headers_that_keep_a_browser_safe() throws IOException, InterruptedException {
        Set<String> paths = new LinkedHashSet<>(List.of("/no-such-page", "/error"));
        Endpoints.of(context).stream()
                .filter(endpoint -> endpoint.startsWith("GET "))
                .map(endpoint -> endpoint.substring(4).replaceAll("\\{[^}]*}|\\*\\*", "none"))
                .forEach(paths::add);

        for (String path : paths) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Origin", "https://evil.example")
                    .build();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(AnswerHeaders.faults(answer)).as(path).isEmpty();
            assertThat(answer.statusCode()).as(path).isLessThan(500);
        }
    }
}
