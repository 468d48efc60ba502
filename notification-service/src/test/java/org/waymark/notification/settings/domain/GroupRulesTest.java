package org.waymark.notification.settings.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Severity;

class GroupRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Cause CAUSE = new Cause(
            new CauseKey(AlertRule.SILENT, "c", null, 2),
            Severity.WARNING,
            "Safe recruitment",
            "g",
            "iom",
            "So it is.");
    private static final RuleSetting OFF = new RuleSetting(false, null);
    private static final RuleSetting LOUD = new RuleSetting(true, Severity.URGENT);

    @Test
    void judges_by_what_was_set_at_the_time() {
        GroupRules rules = GroupRules.none("g")
                .set(Map.of(AlertRule.SILENT, OFF), NOW)
                .set(Map.of(AlertRule.SILENT, LOUD), NOW.plusSeconds(60));

        assertThat(rules.judge(CAUSE, NOW.minusMillis(1))).contains(CAUSE);
        assertThat(rules.judge(CAUSE, NOW)).isEmpty();
        assertThat(rules.judge(CAUSE, NOW.plusSeconds(59))).isEmpty();
        assertThat(rules.judge(CAUSE, NOW.plusSeconds(60)).orElseThrow().severity())
                .isEqualTo(Severity.URGENT);
    }

    @Test
    void what_is_not_named_is_at_its_default_again() {
        GroupRules rules =
                GroupRules.none("g").set(Map.of(AlertRule.SILENT, OFF), NOW).set(Map.of(), NOW.plusSeconds(60));

        assertThat(rules.off()).isEmpty();
        assertThat(rules.judge(CAUSE, NOW.plusSeconds(60))).contains(CAUSE);
    }

    @Test
    void keeps_what_was_set_of_late_and_takes_the_oldest_of_it_for_ever() {
        GroupRules rules = GroupRules.none("g");
        for (int i = 0; i < 200; i++) {
            rules = rules.set(Map.of(AlertRule.SILENT, i < 150 ? OFF : LOUD), NOW.plusSeconds(i));
        }

        assertThat(rules.version()).isEqualTo(200);
        assertThat(rules.past()).hasSize(100);
        assertThat(rules.judge(CAUSE, NOW)).isEmpty();
        assertThat(rules.judge(CAUSE, NOW.plusSeconds(500))).isPresent();
    }
}
