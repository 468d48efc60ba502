package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Event EVENT = new Event(
            "e7",
            "/example",
            "org.example.counted.v1",
            "a1",
            7,
            EventFixture.TIME,
            TRACE,
            "{\"n\":7}".getBytes(StandardCharsets.UTF_8));

    @Test
    void is_read_as_it_was_written() {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");

        Event read = Event.read(written.headers(), written.value());

        assertThat(read).usingRecursiveComparison().isEqualTo(EVENT);
        assertThat(written.key()).isEqualTo("a1".getBytes(StandardCharsets.UTF_8));
        assertThat(written.topic()).isEqualTo("topic");
        assertThat(written.timestamp()).as("that of the moment of sending").isNull();
    }

    @Test
    void carries_its_envelope_in_headers() {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");

        assertThat(header(written, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(written, "ce_id")).isEqualTo("e7");
        assertThat(header(written, "ce_source")).isEqualTo("/example");
        assertThat(header(written, "ce_type")).isEqualTo("org.example.counted.v1");
        assertThat(header(written, "ce_subject")).isEqualTo("a1");
        assertThat(header(written, "ce_sequence")).isEqualTo("7");
        assertThat(header(written, "ce_time")).isEqualTo("2026-11-01T12:00:00.123Z");
        assertThat(header(written, "ce_dataschema")).isEqualTo("urn:waymark:schema:org.example.counted.v1");
        assertThat(header(written, "content-type")).isEqualTo("application/json");
        assertThat(header(written, "traceparent")).isEqualTo(TRACE);
        assertThat(written.value()).isEqualTo(EVENT.data());
    }

    @Test
    void is_a_cloud_event_to_anybody_elses_reader() {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");
        try (CloudEventDeserializer reader = new CloudEventDeserializer()) {

            CloudEvent read = reader.deserialize("topic", written.headers(), written.value());

            assertThat(read.getId()).isEqualTo("e7");
            assertThat(read.getSource()).isEqualTo(URI.create("/example"));
            assertThat(read.getType()).isEqualTo("org.example.counted.v1");
            assertThat(read.getSubject()).isEqualTo("a1");
            assertThat(read.getTime()).isEqualTo(EventFixture.TIME.atOffset(ZoneOffset.UTC));
            assertThat(read.getExtension("sequence")).isEqualTo("7");
            assertThat(read.getDataSchema()).isEqualTo(URI.create("urn:waymark:schema:org.example.counted.v1"));
            assertThat(read.getDataContentType()).isEqualTo("application/json");
            assertThat(Objects.requireNonNull(read.getData()).toBytes()).isEqualTo(EVENT.data());
        }
    }

    @Test
    void needs_no_trace() {
        Event untraced = EventFixture.event(1);
        ProducerRecord<byte[], byte[]> written = untraced.toRecord("topic");

        assertThat(written.headers().lastHeader("traceparent")).isNull();
        assertThat(Event.read(written.headers(), written.value()).traceparent()).isNull();
    }

    @Test
    void refuses_a_record_without_value() {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");

        assertThatThrownBy(() -> Event.read(written.headers(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The record has no value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type"})
    void refuses_what_is_no_cloud_event(String missing) {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");
        written.headers().remove(missing);

        assertThatThrownBy(() -> Event.read(written.headers(), written.value()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The record is no CloudEvent: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_subject", "ce_time", "ce_sequence"})
    void refuses_an_envelope_without_what_order_needs(String missing) {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");
        written.headers().remove(missing);

        assertThatThrownBy(() -> Event.read(written.headers(), written.value()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The envelope needs ce_subject, ce_time and ce_sequence.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "", "7.0", "0", "-1", "9999999999999999999"})
    void refuses_a_sequence_that_is_none(String sequence) {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");
        written.headers().remove("ce_sequence");
        written.headers().add("ce_sequence", sequence.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Event.read(written.headers(), written.value()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sequence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_time", "ce_specversion", "ce_source"})
    void refuses_attributes_that_say_nothing_readable(String name) {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");
        written.headers().remove(name);
        written.headers().add(name, "\u0000 half past".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Event.read(written.headers(), written.value()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The record is no CloudEvent: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_sequence", "ce_subject"})
    void refuses_a_header_without_a_value(String name) {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord("topic");
        written.headers().remove(name);
        written.headers().add(name, null);

        assertThatThrownBy(() -> Event.read(written.headers(), written.value()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return String.valueOf(Event.text(record.headers(), name));
    }
}
