package org.waymark.progress.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.platform.Event;
import org.waymark.progress.ServiceJson;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;

/** The dashboard reads every example of waymark.alerts. */
class ConsumedAlertsTest {

    private static final Contracts CONTRACT = Contracts.of("notification-service");
    private static final String RAISED = "org.waymark.alert.raised.v1";
    private static final String RESOLVED = "org.waymark.alert.resolved.v1";
    private static final Instant RAISED_AT = Instant.parse("2026-11-02T10:00:00Z");

    private final AlertProjection projection = new AlertProjection(ServiceJson.mapper());

    static Stream<Example> examples() {
        return CONTRACT.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_becomes_an_alert_that_is_read_as_it_was_written(Example example) {
        assertThat(projection.understands(example.type())).isTrue();

        Alert alert = projection.apply(example.type().equals(RAISED) ? null : raised(), event(example));

        assertThat(projection.read(projection.write(alert))).isEqualTo(alert);
    }

    @Test
    void there_are_examples_of_every_type_it_reads() {
        assertThat(CONTRACT.types()).hasSize(3).allMatch(projection::understands);
        assertThat(CONTRACT.types())
                .allSatisfy(type -> assertThat(CONTRACT.examples(type)).isNotEmpty());
        assertThat(projection.understands("org.waymark.alert.dreamt.v1")).isFalse();
    }

    @Test
    void all_that_is_shown_arrives() {
        Alert alert = raised();

        assertThat(alert.rule()).isEqualTo("milestone-overdue");
        assertThat(alert.severity()).isEqualTo("warning");
        assertThat(alert.state()).isEqualTo("raised");
        assertThat(alert.milestoneId()).isEqualTo("m1");
        assertThat(alert.cause()).contains("Baseline survey");
        assertThat(alert.raisedAt()).isEqualTo(RAISED_AT);
    }

    @Test
    void it_is_acknowledged_and_resolved_and_stays_what_it_was_raised_for() {
        Alert acknowledged = projection.apply(
                raised(), event(CONTRACT.example("org.waymark.alert.acknowledged.v1", "by-a-co-chair")));
        Alert resolved = projection.apply(acknowledged, event(CONTRACT.example(RESOLVED, "on-track-again")));

        assertThat(acknowledged).isEqualTo(raised().in("acknowledged"));
        assertThat(resolved).isEqualTo(raised().in("resolved"));
    }

    @Test
    void what_was_never_raised_or_says_not_whom_it_concerns_is_refused_so_that_the_feed_holds_it() {
        assertThatThrownBy(() -> projection.apply(null, event(CONTRACT.example(RESOLVED, "on-track-again"))))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(
                        () -> projection.apply(null, event(new Example(RAISED, "bare", "{\"rule\": \"off-track\"}"))))
                .isInstanceOf(NullPointerException.class);
    }

    private Alert raised() {
        return projection.apply(null, event(CONTRACT.example(RAISED, "milestone-overdue")));
    }

    private static Event event(Example example) {
        return new Event(
                "e1",
                "/notification-service",
                example.type(),
                "a1",
                1,
                RAISED_AT,
                null,
                example.json().getBytes(StandardCharsets.UTF_8));
    }
}
