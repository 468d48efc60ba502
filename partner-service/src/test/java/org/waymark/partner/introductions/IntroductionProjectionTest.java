package org.waymark.partner.introductions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.waymark.partner.partners.Partners;
import org.waymark.platform.Event;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;

class IntroductionProjectionTest {

    private final IntroductionProjection projection = new IntroductionProjection(Mockito.mock(Partners.class));

    private static Event submitted(String json) {
        return event(IntroductionProjection.SUBMITTED, json);
    }

    private static Event event(String type, String json) {
        return new Event(
                "e1", "/progress-service", type, "c1", 1, Instant.EPOCH, null, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reads_the_lead_that_an_import_introduces() throws IOException {
        try (InputStream sample = IntroductionProjectionTest.class.getResourceAsStream("imported-commitment.json")) {
            byte[] json = Objects.requireNonNull(sample).readAllBytes();

            Optional<Introduction> read = projection.apply(null, submitted(new String(json, StandardCharsets.UTF_8)));

            assertThat(read).contains(new Introduction("GB-CHC-0000000", "Example Trust", "60"));
        }
    }

    @Test
    void introduces_nobody_where_the_lead_is_known() {
        assertThat(projection.apply(null, submitted("{\"lead\":{\"partnerId\":\"p1\"}}")))
                .isEmpty();
    }

    @Test
    void makes_do_with_what_an_import_brings() {
        String dirty = "{\"lead\":{\"orgId\":\"XX-1\",\"name\":\" \",\"type\":\"NGO\\n\"}}";

        assertThat(projection.apply(null, submitted(dirty))).contains(new Introduction("XX-1", "XX-1", null));
    }

    @Test
    void cuts_a_name_that_runs_on() {
        String endless = "{\"lead\":{\"orgId\":\"XX-1\",\"name\":\"" + "x".repeat(900) + "\"}}";

        assertThat(projection.apply(null, submitted(endless)).orElseThrow().name())
                .hasSize(200);
    }

    @Test
    void cannot_read_a_commitment_without_a_lead() {
        assertThatThrownBy(() -> projection.apply(null, submitted("{}"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void reads_its_view_back() {
        Optional<Introduction> view = Optional.of(new Introduction("XX-1", "Example", null));

        assertThat(projection.read(projection.write(view))).isEqualTo(view);
        assertThat(projection.read(projection.write(Optional.empty()))).isEmpty();
    }

    @Test
    void holds_what_it_does_not_know() {
        String unknown = "org.waymark.commitment.sung.v1";

        assertThat(projection.understands(unknown) || projection.ignores(unknown))
                .isFalse();
    }

    static Stream<Example> examplesOfProgress() {
        return Contracts.of("progress-service").examples().stream()
                .filter(example -> example.type().startsWith("org.waymark.commitment."));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("examplesOfProgress")
    void reads_or_ignores_every_example(Example example) {
        if (projection.understands(example.type())) {
            assertThat(projection.apply(null, event(example.type(), example.json())))
                    .isNotNull();
        } else {
            assertThat(projection.ignores(example.type())).isTrue();
        }
    }
}
