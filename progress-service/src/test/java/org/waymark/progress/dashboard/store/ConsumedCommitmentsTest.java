package org.waymark.progress.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.platform.Event;
import org.waymark.progress.ServiceJson;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Milestone;
import org.waymark.progress.dashboard.domain.UpdateRow;
import org.waymark.progress.dashboard.domain.Updates;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;

/** The dashboard reads every example of waymark.commitments, or passes over its type on purpose. */
class ConsumedCommitmentsTest {

    private static final Contracts CONTRACT = Contracts.of("progress-service");
    private static final String SUBMITTED = "org.waymark.commitment.submitted.v1";
    private static final String REPORTED = "org.waymark.commitment.progress-reported.v1";

    @SuppressWarnings("NullAway") // no tally and no row is written here
    private final DashboardProjection projection = new DashboardProjection(ServiceJson.mapper(), null, null, null);

    static Stream<Example> examples() {
        return CONTRACT.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_becomes_a_card_in_which_nothing_is_missing(Example example) {
        if (projection.ignores(example.type())) {
            return;
        }

        assertThat(projection.understands(example.type())).isTrue();
        Card card = projection.apply(cardBefore(example), event(example));

        assertThat(missing(card, "card")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_card_is_read_as_it_was_written(Example example) {
        Card card = projection.apply(cardBefore(example), event(example));

        assertThat(projection.read(projection.write(card))).isEqualTo(card);
    }

    @Test
    void there_are_examples_of_every_type_it_reads() {
        assertThat(CONTRACT.types()).hasSize(22).allMatch(projection::understands);
        assertThat(CONTRACT.types())
                .allSatisfy(type -> assertThat(CONTRACT.examples(type)).isNotEmpty());
    }

    @Test
    void what_an_update_says_arrives_on_the_card() {
        Card card = projection.apply(full(), event(CONTRACT.example(REPORTED, "full")));

        assertThat(card.milestones().getFirst().isOpen()).isFalse();
        assertThat(card.indicators().getFirst().periods().getFirst().said().last())
                .isEqualByComparingTo("42.5");
        assertThat(card.health()).isEqualTo(new Card.Health("at-risk", List.of("self-assessment", "overdue"), null));
        assertThat(card.updates().count()).isEqualTo(1);
    }

    @Test
    void an_overdue_milestone_arrives_on_the_card() {
        Card card = projection.apply(
                full(), event(CONTRACT.example("org.waymark.commitment.milestone-overdue.v1", "minimal")));

        assertThat(card.milestones().get(1).standsOverdue()).isTrue();
    }

    @Test
    void where_it_stands_in_the_work_plan_and_its_regions_arrive_on_the_card() {
        Card card = projection.apply(null, event(CONTRACT.example(SUBMITTED, "in-a-work-plan")));

        assertThat(card.promise().place().workstream()).isEqualTo("Fair recruitment");
        assertThat(card.promise().place().workPlanYear()).isEqualTo(2026);
        assertThat(card.promise().reach().regions()).containsExactly("013", "419");
    }

    @Test
    void a_verification_arrives_on_the_card_with_its_values() {
        Card claimed = projection.apply(full(), event(CONTRACT.example(REPORTED, "full")));

        Card card =
                projection.apply(claimed, event(CONTRACT.example("org.waymark.commitment.update-verified.v1", "full")));

        assertThat(card.milestones().getFirst().state()).isEqualTo(Milestone.State.VERIFIED);
        assertThat(card.indicators().getFirst().periods().getFirst().verified().last())
                .isEqualByComparingTo("42.5");
        assertThat(card.updates().last()).extracting(Updates.Last::status).isEqualTo("verified");
    }

    @Test
    void what_is_taken_back_arrives_on_the_card() {
        Card claimed = projection.apply(full(), event(CONTRACT.example(REPORTED, "full")));

        Card card = projection.apply(claimed, event(CONTRACT.example(REPORTED, "in-place-of-another")));

        assertThat(card.milestones().getFirst().isOpen()).isTrue();
        assertThat(card.milestones().get(1).state()).isEqualTo(Milestone.State.IN_PROGRESS);
    }

    @Test
    void a_slip_and_a_co_chairs_view_arrive_on_the_card() {
        Card slipped = projection.apply(
                full(), event(CONTRACT.example("org.waymark.commitment.milestone-rescheduled.v1", "slipped-again")));
        Card overridden = projection.apply(
                slipped, event(CONTRACT.example("org.waymark.commitment.health-overridden.v1", "minimal")));

        assertThat(slipped.milestones().get(1).schedule().slippedDays()).isEqualTo(60);
        assertThat(overridden.health().override())
                .isEqualTo(new Card.Health.Override("on-track", LocalDate.of(2026, 12, 31)));
    }

    @Test
    void a_value_that_is_missing_is_found() {
        UpdateRow.ReviewStep unsaid = new UpdateRow.ReviewStep(2, "returned", nothing(), Instant.EPOCH);

        assertThat(missing(unsaid, "step")).containsExactly("step.organizationId");
    }

    @Test
    void a_card_refuses_what_totals_are_made_of_to_be_missing() {
        assertThatThrownBy(() -> new Card.Health(nothing(), List.of(), null)).hasMessageContaining("health.status");
    }

    @SuppressWarnings("NullAway") // as a lenient reading would leave it
    private static String nothing() {
        return null;
    }

    private @Nullable Card cardBefore(Example example) {
        return example.type().equals(SUBMITTED) ? null : full();
    }

    private Card full() {
        return projection.apply(null, event(CONTRACT.example(SUBMITTED, "full")));
    }

    private static Event event(Example example) {
        return new Event(
                "e1",
                "/progress-service",
                example.type(),
                "c1",
                1,
                Instant.parse("2026-11-02T10:00:00Z"),
                null,
                example.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Paths of values that must be there and are not; reading leniently leaves what a producer renamed empty. */
    private static List<String> missing(@Nullable Object value, String path) {
        List<String> found = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                found.addAll(missing(list.get(i), path + "[" + i + "]"));
            }
        } else if (value instanceof Record item) {
            for (RecordComponent component : item.getClass().getRecordComponents()) {
                Object part = part(item, component);
                String name = path + "." + component.getName();
                if (part != null) {
                    found.addAll(missing(part, name));
                } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    private static @Nullable Object part(Record item, RecordComponent component) {
        try {
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component + " cannot be read", e);
        }
    }
}
