package org.waymark.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client program sees it: over HTTP, with tokens it asked for itself. */
public class Api {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    public record Answer(int status, HttpResponse<String> response, JsonNode body) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    public record Credentials(String clientId, String clientSecret) {}

    Answer tokenAnswer(Credentials credentials) {
        return tokenAnswer(credentials, "");
    }

    /** @param more of the form, beginning with an ampersand */
    Answer tokenAnswer(Credentials credentials, String more) {
        String basic = credentials.clientId() + ":" + credentials.clientSecret();
        return send(
                "POST",
                "/oauth2/token",
                "grant_type=client_credentials" + more,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    }

    public String token(Credentials credentials) {
        return tokenAnswer(credentials).text("access_token");
    }

    public String secretariat() {
        return token(new Credentials("secretariat", RunningService.SECRET));
    }

    /** Fresh, so that tests do not meet. */
    public Answer aPartner() {
        return post(secretariat(), "/api/partners", aPartnerBody("XX-" + UUID.randomUUID()));
    }

    static String aPartnerBody(String orgId) {
        return """
                {"name":"Example Trust","acronym":"ET","type":"21","country":"CHE","orgId":"%s"}""".formatted(orgId);
    }

    public Credentials aClient(String partnerId, String... roles) {
        String body = "{\"name\":\"importer\",\"roles\":[\"%s\"]}".formatted(String.join("\",\"", roles));
        Answer added = post(secretariat(), "/api/partners/" + partnerId + "/clients", body);
        return new Credentials(added.text("clientId"), added.text("clientSecret"));
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String token, String path, String body, String... headers) {
        return send("POST", path, body, with(headers, "Authorization", "Bearer " + token));
    }

    public Answer patch(String token, String path, String ifMatch, String body) {
        return send("PATCH", path, body, "Authorization", "Bearer " + token, "If-Match", ifMatch);
    }

    public String origin() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String content = response.body();
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(response.statusCode(), response, json.readTree(isJson ? content : "null"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
