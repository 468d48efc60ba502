package org.waymark.progress.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.platform.Event;
import org.waymark.progress.ServiceJson;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;

class DirectoryProjectionTest {

    private static final String REGISTERED = "org.waymark.partner.registered.v1";
    private static final String CHANGED = "org.waymark.partner.changed.v1";

    private final DirectoryProjection projection = new DirectoryProjection(ServiceJson.mapper());

    @Test
    void every_example_of_waymark_partners_becomes_a_named_entry() {
        var examples = Contracts.of("partner-service").examples();
        assertThat(examples).isNotEmpty();

        for (Example example : examples) {
            if (projection.ignores(example.type())) {
                continue;
            }
            assertThat(projection.understands(example.type()))
                    .as(example.type())
                    .isTrue();
            DirectoryEntry entry = projection.apply(null, event(example.type(), example.json()));
            assertThat(entry.name())
                    .as("%s of %s", example.name(), example.type())
                    .isNotBlank();
            assertThat(entry.status() != null)
                    .as("%s of %s: partners have a status, groups none", example.name(), example.type())
                    .isEqualTo(example.type().startsWith("org.waymark.partner."));
        }
    }

    @Test
    void the_last_event_is_the_entry_and_what_is_not_read_is_passed_over() {
        DirectoryEntry first = projection.apply(
                null,
                event(REGISTERED, "{\"name\":\"IOM\",\"acronym\":\"IOM\",\"type\":\"40\",\"status\":\"active\"}"));
        DirectoryEntry second =
                projection.apply(first, event(CHANGED, "{\"name\":\"UN Migration\",\"status\":\"suspended\"}"));

        assertThat(first).isEqualTo(new DirectoryEntry("IOM", "IOM", "active"));
        assertThat(second).isEqualTo(new DirectoryEntry("UN Migration", null, "suspended"));
    }

    @ParameterizedTest
    @CsvSource({"active,false", "invited,false", "suspended,true", "withdrawn,true", ",false"})
    void only_a_recorded_suspension_or_withdrawal_shuts_out(@Nullable String status, boolean shutOut) {
        assertThat(new DirectoryEntry("IOM", null, status).isShutOut()).isEqualTo(shutOut);
    }

    @Test
    void an_entry_is_read_as_it_was_written() {
        DirectoryEntry partner = new DirectoryEntry("IOM", "IOM", "active");
        DirectoryEntry group = new DirectoryEntry("Migration Action Group", null, null);

        assertThat(projection.read(projection.write(partner))).isEqualTo(partner);
        assertThat(projection.read(projection.write(group))).isEqualTo(group);
    }

    @Test
    void what_is_no_json_is_refused_so_that_the_feed_holds_it() {
        assertThatThrownBy(() -> projection.apply(null, event(REGISTERED, "name=IOM")))
                .isInstanceOf(RuntimeException.class);
    }

    private static Event event(String type, String json) {
        return new Event(
                "e1", "/partner-service", type, "p1", 1, Instant.EPOCH, null, json.getBytes(StandardCharsets.UTF_8));
    }
}
