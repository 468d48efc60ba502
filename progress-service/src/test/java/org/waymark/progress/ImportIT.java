package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.platform.Uuids;
import org.waymark.testing.Contracts;
import org.waymark.testing.TestTokens;

/** IATI files through the running service. */
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

    private long commitments() {
        return anybody.get("/api/dashboard/summary").number("/commitments");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
