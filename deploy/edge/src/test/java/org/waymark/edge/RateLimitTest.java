package org.waymark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "waymark.limits.window=1h",
            "waymark.limits.per-client=3",
            "waymark.limits.per-organization=5",
            "waymark.limits.per-address=4",
            "logging.level.root=warn"
        })
class RateLimitTest {

    private static final String FORGED = "forged@";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void tells_what_is_left() throws Exception {
        HttpResponse<String> first = get("/hello", "told@o1");
        HttpResponse<String> second = get("/hello", "told@o1");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("RateLimit-Policy"))
                .containsExactly("\"client\";q=3;w=3600", "\"organization\";q=5;w=3600");
        assertThat(first.headers().allValues("RateLimit").getFirst()).startsWith("\"client\";r=2;t=");
        assertThat(second.headers().allValues("RateLimit").getFirst()).startsWith("\"client\";r=1;t=");
        assertThat(second.headers().allValues("RateLimit").getLast()).startsWith("\"organization\";r=3;t=");
    }

    @Test
    void refuses_a_client_that_asks_too_often_and_nobody_else() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(get("/hello", "eager@").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = get("/hello", "eager@");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("urn:waymark:problem:too-many-requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 1200L);
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"client\";r=0;t=");
        assertThat(get("/hello", "patient@").statusCode()).isEqualTo(200);
    }

    @Test
    void refuses_an_organization_whose_clients_together_ask_too_often() throws Exception {
        for (String client : List.of("a@o2", "b@o2", "c@o2", "d@o2", "e@o2")) {
            assertThat(get("/hello", client).statusCode()).isEqualTo(200);
        }

        assertThat(get("/hello", "f@o2").statusCode()).isEqualTo(429);
        assertThat(get("/hello", "f@o3").statusCode()).isEqualTo(200);
    }

    @Test
    void counts_by_address_what_comes_without_a_token_or_with_a_forged_one_and_never_who_looks_whether_it_lives()
            throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(get("/hello", null).statusCode()).isNotEqualTo(429);
        }
        assertThat(get("/hello", FORGED).statusCode()).isEqualTo(401);

        assertThat(get("/hello", null).statusCode()).isEqualTo(429);
        assertThat(get("/hello", FORGED).statusCode()).isEqualTo(429);
        assertThat(get("/elsewhere", null).statusCode()).isEqualTo(429);
        assertThat(get("/hello", "somebody@").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness", null).body()).contains("urn:waymark:problem:not-found");
    }

    @Test
    void remembers_no_more_callers_than_it_may() {
        Quota quota = new Quota("client", 1, Duration.ofHours(1), 2);

        assertThat(quota.take("first").taken()).isTrue();
        assertThat(quota.take("first").taken()).isFalse();
        quota.take("second");
        quota.take("third");
        assertThat(quota.take("third").taken()).isFalse();
        assertThat(quota.take("first").taken()).isTrue();
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token.replace("@", "."));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Takes {@code client.organization} for a token. */
    @SpringBootApplication
    @RestController
    static class Service {

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }

        @Bean
        SecurityFilterChain rights(HttpSecurity http, SecurityDefaults defaults) {
            return defaults.chain(http, paths -> SecurityDefaults.readable(paths, "/hello"));
        }

        @Bean
        JwtDecoder tokens() {
            return token -> {
                if (token.startsWith("forged")) {
                    throw new BadJwtException("forged");
                }
                int at = token.indexOf('.');
                Jwt.Builder jwt = Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject(token.substring(0, at))
                        .expiresAt(Instant.MAX);
                return (at + 1 < token.length() ? jwt.claim("org", token.substring(at + 1)) : jwt).build();
            };
        }
    }
}
