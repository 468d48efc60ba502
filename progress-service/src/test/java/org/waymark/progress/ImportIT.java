package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.platform.Uuids;
import org.waymark.testing.Contracts;
import org.waymark.testing.TestTokens;

/** IATI files and tables through the running service. */
class ImportIT extends ServiceIT {

    private static final String SMALL = """
            <iati-activities version="2.03"><iati-activity default-currency="USD" xml:lang="en">
              <iati-identifier>XX-TEST-%s</iati-identifier>
              <reporting-org ref="XX-TEST" type="22"><narrative>A test organization</narrative></reporting-org>
              <title><narrative>Decent work in fisheries</narrative></title>
              <activity-status code="2"/>
              <activity-date type="2" iso-date="2024-01-01"/>
              <recipient-country code="SV"/>
            </iati-activity></iati-activities>
            """;

    private static final String TABLE = """
            organization;organization_name;commitment;title;countries;start;milestone;milestone_due
            XX-TEST;A test organization;%s;Decent work in fisheries;El Salvador;2024-01-01;First;2099-06
            """;

    @Test
    void brings_an_activity_in_once_and_says_so() {
        byte[] file = bytes(SMALL.formatted(key()));

        Api.Answer dry = secretariat.post("/api/imports?dryRun=true", "application/xml", file);
        Api.Answer first = secretariat.post("/api/imports", "application/xml", file);
        Api.Answer again = secretariat.post("/api/imports", "application/xml", file);

        assertThat(dry.number("/created")).isEqualTo(1);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.number("/created")).isEqualTo(1);
        assertThat(again.number("/created")).isZero();
        assertThat(again.number("/unchanged")).isEqualTo(1);
    }

    @Test
    void lets_a_partner_import_what_it_has_published_itself_and_nothing_else() {
        String own = Uuids.of("partners", "XX-TEST").toString();
        Api publisher = new Api(ilo.base(), TestTokens.token("publisher", own, "partner"));
        byte[] file = bytes(SMALL.formatted(key()));

        Api.Answer others = ilo.post("/api/imports", "application/xml", file);
        Api.Answer owns = publisher.post("/api/imports", "application/xml", file);

        assertThat(others.number("/created")).isZero();
        assertThat(others.text("/skipped/0/why")).contains("another organization");
        assertThat(owns.number("/created")).isEqualTo(1);
        assertThat(anybody.post("/api/imports", "application/xml", file).status())
                .isEqualTo(401);
    }

    @Test
    void is_for_partners_and_the_secretariat() {
        Api observer = new Api(ilo.base(), TestTokens.token("watcher", ILO, "observer"));
        byte[] file = bytes(SMALL.formatted(key()));

        assertThat(observer.post("/api/imports", "application/xml", file).status())
                .isEqualTo(403);
    }

    @Test
    void refuses_a_document_type_and_stores_nothing() {
        String hostile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + SMALL.formatted("&e;");
        long before = database.getCollection("commitments").countDocuments();

        Api.Answer answer = secretariat.post("/api/imports", "application/xml", bytes(hostile));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/type")).isEqualTo("urn:waymark:problem:file-refused");
        assertThat(database.getCollection("commitments").countDocuments()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "worldbank-el-salvador.xml, 13, 251, 251, 250, 248",
        "adb-armenia.xml, 43, 252, 27, 27, 0",
        "caf-activities-2025-10.xml, 478, 493, 493, 493, 0",
        "wri-strategic-plan.xml, 1, 24, 24, 0, 24"
    })
    void brings_in_what_publishers_really_write(
            String name, int activities, int indicators, int periods, int targets, int actuals) throws IOException {
        Optional<Path> file = Contracts.realData("iati/" + name);
        assumeTrue(file.isPresent(), "real data is not at hand: iati/" + name);
        byte[] bytes = Files.readAllBytes(file.orElseThrow());
        long before = commitments();

        Api.Answer answer = secretariat.post("/api/imports", "application/xml", bytes);
        Api.Answer again = secretariat.post("/api/imports", "application/xml", bytes);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.number("/activities")).isEqualTo(activities);
        assertThat(answer.number("/created")).isEqualTo(activities);
        assertThat(answer.number("/indicators")).isEqualTo(indicators);
        assertThat(answer.number("/periods")).isEqualTo(periods);
        assertThat(answer.number("/targets")).isEqualTo(targets);
        assertThat(answer.number("/actuals")).isEqualTo(actuals);
        assertThat(again.number("/created")).isZero();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(commitments()).isEqualTo(before + activities));
    }

    @Test
    void a_dry_run_finds_what_stands_with_other_content_and_stores_nothing() {
        String name = key();
        secretariat.post("/api/imports", "application/xml", bytes(SMALL.formatted(name)));
        byte[] other = bytes(SMALL.formatted(name).replace("Decent", "Better"));
        long before = database.getCollection("commitments").countDocuments();

        Api.Answer dry = secretariat.post("/api/imports?dryRun=true", "application/xml", other);
        Api.Answer real = secretariat.post("/api/imports", "application/xml", other);

        assertThat(dry.text("/skipped/0/why")).contains("imported before with other content");
        assertThat(dry.body().at("/skipped")).isEqualTo(real.body().at("/skipped"));
        assertThat(database.getCollection("commitments").countDocuments()).isEqualTo(before);
    }

    @Test
    void brings_a_table_in_once_and_says_so() {
        byte[] table = bytes(TABLE.formatted(key()));

        Api.Answer dry = secretariat.post("/api/imports?dryRun=true", "text/csv", table);
        Api.Answer first = secretariat.post("/api/imports?mapping=waymark", "text/csv;charset=UTF-8", table);
        Api.Answer again = secretariat.post("/api/imports", "text/csv", table);

        assertThat(dry.number("/created")).isEqualTo(1);
        assertThat(first.number("/created")).as(first.toString()).isEqualTo(1);
        assertThat(first.number("/milestones")).isEqualTo(1);
        assertThat(again.number("/created")).isZero();
        assertThat(again.number("/unchanged")).isEqualTo(1);
    }

    @Test
    void lets_a_partner_import_rows_of_its_own_and_nobody_without_a_token() {
        byte[] table = bytes(TABLE.formatted(key()));
        Api publisher = new Api(
                ilo.base(),
                TestTokens.token("publisher", Uuids.of("partners", "XX-TEST").toString(), "partner"));

        assertThat(ilo.post("/api/imports", "text/csv", table).number("/created"))
                .isZero();
        assertThat(publisher.post("/api/imports", "text/csv", table).number("/created"))
                .isEqualTo(1);
        assertThat(anybody.post("/api/imports", "text/csv", table).status()).isEqualTo(401);
    }

    @Test
    void refuses_a_header_it_does_not_know_with_the_columns_of_those_it_does() {
        Api.Answer answer = secretariat.post("/api/imports", "text/csv", bytes("name,deadline\nSchools,soon\n"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/type")).isEqualTo("urn:waymark:problem:file-refused");
        assertThat(answer.text("/detail"))
                .contains("waymark: organization*", "ogp-action-plan: plan*", "beneficial-ownership: id*");
    }

    @Test
    void stops_reading_a_stream_that_is_larger_than_it_said() {
        byte[] blank = new byte[100_000];
        Arrays.fill(blank, (byte) '\n');
        Supplier<InputStream> endless = () -> new SequenceInputStream(
                new ByteArrayInputStream(bytes(TABLE.formatted(key()))),
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(85, blank).stream()
                        .map(ByteArrayInputStream::new)
                        .toList())));

        var answer = Api.now(() -> HttpClient.newHttpClient()
                .send(
                        secretariat
                                .request("/api/imports")
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(endless))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body-too-large");
    }

    @Test
    void gives_everybody_the_template() {
        var answer = Api.now(() -> HttpClient.newHttpClient()
                .send(
                        anybody.request("/api/imports/template.csv").GET().build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(answer.body())
                .startsWith("\uFEFForganization,organization_name,")
                .endsWith("target,actual\r\n");
    }

    @ParameterizedTest
    @CsvSource({"canada-ogp-nap5-indicators.csv,   5, 19, 106, 105", "open-ownership-commitments.csv, 259,  0,   0,   0"
    })
    void brings_in_the_tables_that_others_publish(String name, int found, int milestones, int indicators, int periods)
            throws IOException {
        Optional<Path> file = Contracts.realData("commitments/" + name);
        assumeTrue(file.isPresent(), "real data is not at hand: commitments/" + name);
        byte[] bytes = Files.readAllBytes(file.orElseThrow());
        long before = commitments();

        Api.Answer dry = secretariat.post("/api/imports?dryRun=true", "text/csv", bytes);
        Api.Answer answer = secretariat.post("/api/imports", "text/csv", bytes);
        Api.Answer again = secretariat.post("/api/imports", "text/csv", bytes);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.number("/activities")).isEqualTo(found);
        assertThat(answer.number("/created")).isEqualTo(found);
        assertThat(answer.number("/milestones")).isEqualTo(milestones);
        assertThat(answer.number("/indicators")).isEqualTo(indicators);
        assertThat(answer.number("/periods")).isEqualTo(periods);
        assertThat(dry.body().at("/skipped")).isEqualTo(answer.body().at("/skipped"));
        assertThat(again.number("/unchanged")).isEqualTo(found);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(commitments()).isEqualTo(before + found));
    }

    private long commitments() {
        return anybody.get("/api/dashboard/summary").number("/commitments");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
