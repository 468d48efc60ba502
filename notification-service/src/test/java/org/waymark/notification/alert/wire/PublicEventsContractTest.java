package org.waymark.notification.alert.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.waymark.notification.alert.domain.AlertEvent;
import org.waymark.notification.alert.domain.AlertEvent.Acknowledged;
import org.waymark.notification.alert.domain.AlertEvent.Raised;
import org.waymark.notification.alert.domain.AlertEvent.Resolved;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Cause;
import org.waymark.notification.alert.domain.CauseKey;
import org.waymark.notification.alert.domain.Ending;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;
import tools.jackson.databind.json.JsonMapper;

/** The examples in {@code contract/} are what is really written, and every kind of event has one. */
class PublicEventsContractTest {

    private static final Contracts CONTRACT = Contracts.of("notification-service");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COMMITMENT = "0b9c8f8e-3c0b-5d0c-9d3c-5a4f6f0f7f11";
    private static final String LEAD = "f4d3a7b2-6a0e-5e6f-9a39-3f3f1d0a9c22";
    private static final String TITLE = "Safe recruitment corridors";

    private static final Map<String, AlertEvent> EVENTS = Map.of(
            "milestone-reached-whole",
            raised(
                    "Baseline survey",
                    key(AlertRule.MILESTONE_REACHED, "m1", 2),
                    Severity.INFO,
                    "Milestone \"Baseline survey\" of \"" + TITLE + "\" was reported reached on 30 October 2026."),
            "off-track-whole",
            raised(
                    TITLE,
                    key(AlertRule.OFF_TRACK, null, 3),
                    Severity.URGENT,
                    "The progress update of 1 November 2026 assesses \"" + TITLE + "\" as off track."),
            "milestone-overdue-whole",
            raised(
                    "Baseline survey",
                    key(AlertRule.MILESTONE_OVERDUE, "m1", 4),
                    Severity.WARNING,
                    "Milestone \"Baseline survey\" of \"" + TITLE
                            + "\" was due on 31 October 2026 and has not been reported reached."),
            "regressed",
            raised(
                    "People recruited without fees",
                    new CauseKey(AlertRule.REGRESSED, COMMITMENT, null, "i1", 6, CauseKey.FIRST_STEP),
                    Severity.WARNING,
                    "\"People recruited without fees\" of \"" + TITLE + "\" went from 40 to 35; more is better."),
            "slipped-for-the-third-time",
            raised(
                    "Baseline survey",
                    key(AlertRule.MILESTONE_SLIPPED, "m1", 9),
                    Severity.URGENT,
                    "Milestone \"Baseline survey\" of \"" + TITLE
                            + "\" has been put off to 3 February 2027: third slip, 95 days in all."),
            "due-in-a-week",
            raised(
                    "Baseline survey",
                    key(AlertRule.DUE_SOON, "m1", 1).at("7d"),
                    Severity.WARNING,
                    "Milestone \"Baseline survey\" of \"" + TITLE + "\" is due on 31 October 2026, in 7 days."),
            "by-a-co-chair",
            new Acknowledged("f4d3a7b2-6a0e-5e6f-9a39-3f3f1d0a9c22", "We meet them on Monday."),
            "by-the-secretariat",
            new Acknowledged(null, null),
            "on-track-again",
            new Resolved(new Ending(
                    key(AlertRule.OFF_TRACK, null, 3),
                    "The progress update of 20 November 2026 assesses \"" + TITLE + "\" as on track.",
                    5)));

    /** Examples of what earlier versions wrote and this one does not; they stand on the topic for ever. */
    private static final Set<String> EARLIER = Set.of("milestone-reached", "off-track", "milestone-overdue");

    @Test
    void every_event_is_written_as_its_example_and_as_its_schema_says() {
        Map<String, AlertEvent> open = new HashMap<>(EVENTS);
        for (Example example : CONTRACT.examples()) {
            if (EARLIER.contains(example.name())) {
                assertThat(CONTRACT.problems(example.type(), example.json())).isEmpty();
                continue;
            }
            AlertEvent event = open.remove(example.name());
            assertThat(event).as("an event for example " + example.name()).isNotNull();
            NewEvent written = PublicEvents.of(java.util.Objects.requireNonNull(event), Instant.EPOCH);

            assertThat(written.type()).isEqualTo(example.type());
            assertThat(JSON.readTree(written.data())).isEqualTo(JSON.readTree(example.json()));
            assertThat(CONTRACT.problems(written.type(), new String(written.data(), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
        assertThat(open).isEmpty();
    }

    @Test
    void every_kind_of_event_has_an_example() {
        Map<String, List<Example>> examples =
                CONTRACT.examples().stream().collect(Collectors.groupingBy(Example::type));

        assertThat(Arrays.stream(PublicEvent.class.getPermittedSubclasses()).map(PublicEventsContractTest::type))
                .containsExactlyInAnyOrderElementsOf(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(CONTRACT.types());
    }

    @Test
    void every_rule_is_one_that_the_schema_knows() {
        for (AlertRule rule : AlertRule.values()) {
            CauseKey key = new CauseKey(rule, COMMITMENT, "m1", "i1", 2, "30");
            NewEvent written = PublicEvents.of(raised("A subject", key, Severity.INFO, "It is so."), Instant.EPOCH);
            assertThat(CONTRACT.problems(written.type(), new String(written.data(), StandardCharsets.UTF_8)))
                    .as(rule.word())
                    .isEmpty();
        }
    }

    @Test
    void a_schema_can_refuse() {
        assertThat(CONTRACT.problems("org.waymark.alert.raised.v1", "{\"rule\": \"full-moon\"}"))
                .isNotEmpty();
    }

    private static String type(Class<?> event) {
        try {
            return (String) event.getDeclaredField("TYPE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(event + " has no TYPE", e);
        }
    }

    private static CauseKey key(AlertRule rule, @Nullable String milestone, long sequence) {
        return new CauseKey(rule, COMMITMENT, milestone, sequence);
    }

    private static Raised raised(String subject, CauseKey key, Severity severity, String sentence) {
        return new Raised(new Cause(key, severity, subject, "4b1f0f5c-7a55-5a0e-8f0e-0d8f3b6c2a10", LEAD, sentence));
    }
}
