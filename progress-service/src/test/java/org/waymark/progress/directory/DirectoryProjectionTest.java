package org.waymark.progress.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.platform.Event;
import org.waymark.progress.ServiceJson;
import org.waymark.progress.directory.DirectoryEntry.CoChair;
import org.waymark.progress.directory.DirectoryEntry.Said;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;

class DirectoryProjectionTest {

    private static final String REGISTERED = "org.waymark.partner.registered.v1";
    private static final String CHANGED = "org.waymark.partner.changed.v1";

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

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

        Said said = new Said(LocalDate.EPOCH, "IOM", "IOM", "40", null, "active", null);
        Said again = new Said(LocalDate.EPOCH, "UN Migration", null, null, null, "suspended", null);
        assertThat(first).isEqualTo(new DirectoryEntry("IOM", "IOM", "active", null, null, List.of(said)));
        assertThat(second).isEqualTo(new DirectoryEntry("UN Migration", null, "suspended", null, null, List.of(again)));
    }

    @ParameterizedTest
    @CsvSource({"active,false", "invited,false", "suspended,true", "withdrawn,true", ",false"})
    void only_a_recorded_suspension_or_withdrawal_shuts_out(@Nullable String status, boolean shutOut) {
        assertThat(new DirectoryEntry("IOM", null, status, null, null, List.of()).isShutOut())
                .isEqualTo(shutOut);
    }

    @Test
    void a_term_as_co_chair_lasts_from_its_first_day_to_its_last() {
        DirectoryEntry group = projection.apply(
                null,
                event(
                        "org.waymark.action-group.changed.v1",
                        "{\"name\":\"Migration\",\"coChairs\":[{\"partnerId\":\"p1\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}]}"));

        assertThat(group.isChairedBy("p1", FIRST_DAY.minusDays(1))).isFalse();
        assertThat(group.isChairedBy("p1", FIRST_DAY)).isTrue();
        assertThat(group.isChairedBy("p1", LAST_DAY)).isTrue();
        assertThat(group.isChairedBy("p1", LAST_DAY.plusDays(1))).isFalse();
        assertThat(group.isChairedBy("p2", LAST_DAY)).isFalse();
    }

    @Test
    void an_entry_is_read_as_it_was_written() {
        DirectoryEntry partner = new DirectoryEntry(
                "IOM",
                "IOM",
                "active",
                ZoneId.of("Europe/Zurich"),
                null,
                List.of(
                        new Said(FIRST_DAY, "Old", null, "10", "CHE", "invited", null),
                        new Said(LAST_DAY, "IOM", "IOM", "40", null, "active", null)));
        DirectoryEntry group = new DirectoryEntry(
                "Migration Action Group",
                null,
                null,
                null,
                List.of(new CoChair("p1", FIRST_DAY, null), new CoChair("p2", FIRST_DAY, LAST_DAY)),
                List.of(new Said(FIRST_DAY, "Migration Action Group", null, null, null, null, null)));

        assertThat(projection.read(projection.write(partner))).isEqualTo(partner);
        assertThat(projection.read(projection.write(group))).isEqualTo(group);
    }

    @Test
    void what_was_said_before_stands_for_the_days_before_it_was_said_otherwise() {
        DirectoryEntry entry = said(null, "2026-01-05", "Old", "22");
        entry = said(entry, "2026-03-01", "Mistaken", "21");
        entry = said(entry, "2026-03-01", "New", "21");

        assertThat(entry.past()).hasSize(2);
        assertThat(entry.on(LocalDate.parse("2025-12-31")).type()).isEqualTo("22");
        assertThat(entry.on(LocalDate.parse("2026-02-28")).name()).isEqualTo("Old");
        assertThat(entry.on(LocalDate.parse("2026-03-01")).name()).isEqualTo("New");
        assertThat(entry.on(LocalDate.parse("2027-01-01")).type()).isEqualTo("21");
    }

    @Test
    void a_merge_is_known_from_its_day_on() {
        DirectoryEntry entry = said(null, "2026-01-05", "Duplicate", "22");
        entry = projection.apply(entry, merged("2026-03-01"));

        assertThat(entry.mergedInto(LocalDate.parse("2026-02-28"))).isNull();
        assertThat(entry.mergedInto(LocalDate.parse("2026-03-01"))).isEqualTo("p2");
        assertThat(entry.isShutOut()).isTrue();
        assertThat(projection.read(projection.write(entry))).isEqualTo(entry);
    }

    @Test
    void a_merge_is_not_known_before_anything_is() {
        DirectoryEntry entry = said(null, "2026-03-01", "Duplicate", "22");
        entry = projection.apply(entry, merged("2026-03-01"));

        assertThat(entry.mergedInto(LocalDate.parse("2026-02-28"))).isNull();
    }

    private static Event merged(String day) {
        String json = "{\"name\":\"Duplicate\",\"status\":\"withdrawn\",\"statusReason\":\"merged\",\"into\":\"p2\"}";
        return new Event(
                "m1",
                "/partner-service",
                "org.waymark.partner.merged.v1",
                "p1",
                2,
                Instant.parse(day + "T12:00:00Z"),
                null,
                json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_is_said_of_one_is_bounded_and_the_oldest_is_forgotten() {
        DirectoryEntry entry = said(null, "2020-01-01", "First", "22");
        for (int day = 1; day <= 300; day++) {
            entry = said(entry, LocalDate.parse("2020-01-01").plusDays(day).toString(), "Name " + day, "21");
        }

        assertThat(entry.past()).hasSize(200);
        assertThat(entry.past().getLast().name()).isEqualTo("Name 300");
    }

    @Test
    void what_an_earlier_version_kept_is_read_with_what_it_knew() {
        Document earlier = Document.parse(
                "{\"name\": \"IOM\", \"acronym\": null, \"status\": \"suspended\", \"timeZone\": \"Europe/Zurich\"}");

        DirectoryEntry entry = projection.read(earlier);

        assertThat(entry.isShutOut()).isTrue();
        assertThat(entry.on(FIRST_DAY))
                .isEqualTo(new Said(LocalDate.EPOCH, "IOM", null, null, null, "suspended", null));
        assertThat(said(entry, "2026-03-01", "IOM", "40").on(LAST_DAY).type()).isEqualTo("40");
    }

    private DirectoryEntry said(@Nullable DirectoryEntry before, String day, String name, String type) {
        String json = "{\"name\":\"%s\",\"type\":\"%s\",\"status\":\"active\"}".formatted(name, type);
        Instant noon = Instant.parse(day + "T12:00:00Z");
        return projection.apply(
                before, new Event("e", "/p", CHANGED, "p1", 1, noon, null, json.getBytes(StandardCharsets.UTF_8)));
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
