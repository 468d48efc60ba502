package org.waymark.notification.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.notification.group.domain.DirectoryEntry;
import org.waymark.notification.group.domain.DirectoryEntry.ActionGroup;
import org.waymark.notification.group.domain.DirectoryEntry.Partner;
import org.waymark.platform.Event;

class GroupProjectionTest {

    private final GroupProjection projection = new GroupProjection();

    @ParameterizedTest
    @CsvSource({
        "iom,    2026-01-01, true",
        "iom,    2025-12-31, false",
        "iom,    2030-01-01, true",
        "unicef, 2026-06-30, true",
        "unicef, 2026-07-01, false",
        "ilo,    2026-03-01, false"
    })
    void knows_who_chairs_a_group_on_a_day(String partner, LocalDate day, boolean chairs) {
        ActionGroup group = (ActionGroup) projection.apply(null, event("org.waymark.action-group.created.v1", """
                {"name": "Migration", "default": true, "coChairs": [
                  {"partnerId": "iom", "from": "2026-01-01"},
                  {"partnerId": "unicef", "from": "2026-01-01", "to": "2026-06-30"}]}"""));

        assertThat(group.isChairedBy(partner, day)).isEqualTo(chairs);
        assertThat(projection.read(projection.write(group))).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({"active, false", "invited, false", "suspended, true", "withdrawn, true"})
    void bars_who_takes_part_no_more(String status, boolean barred) {
        DirectoryEntry before = new Partner("p", "IOM", "active", null);

        Partner after = (Partner) projection.apply(
                before, event("org.waymark.partner.changed.v1", "{\"name\": \"IOM\", \"status\": \"" + status + "\"}"));

        assertThat(after.isBarred()).isEqualTo(barred);
        assertThat(projection.read(projection.write(after))).isEqualTo(after);
    }

    @Test
    void bars_a_partner_that_turned_out_to_be_another_one() {
        DirectoryEntry before = new Partner("p", "IOM Mission", "active", null);

        Partner after = (Partner) projection.apply(before, event("org.waymark.partner.merged.v1", """
                {"name": "IOM Mission", "status": "withdrawn", "statusReason": "merged", "into": "iom"}"""));

        assertThat(projection.understands("org.waymark.partner.merged.v1")).isTrue();
        assertThat(after.isBarred()).isTrue();
        assertThat(after.mergedInto()).isEqualTo("iom");
        assertThat(projection.read(projection.write(after))).isEqualTo(after);
    }

    @Test
    void understands_no_group_without_its_co_chairs() {
        assertThatThrownBy(() -> projection.apply(
                        null, event("org.waymark.action-group.changed.v1", "{\"name\": \"Migration\"}")))
                .hasMessageContaining("coChairs");
    }

    private static Event event(String type, String data) {
        return new Event(
                "1", "/partner-service", type, "g", 1, Instant.EPOCH, null, data.getBytes(StandardCharsets.UTF_8));
    }
}
