package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ,          false, UNKNOWN,
            ON_TRACK,  false, ON_TRACK,
            AT_RISK,   false, AT_RISK,   SELF_ASSESSMENT
            OFF_TRACK, false, OFF_TRACK, SELF_ASSESSMENT
            ,          true,  AT_RISK,   OVERDUE
            ON_TRACK,  true,  AT_RISK,   OVERDUE
            AT_RISK,   true,  AT_RISK,   SELF_ASSESSMENT OVERDUE
            OFF_TRACK, true,  OFF_TRACK, SELF_ASSESSMENT OVERDUE
            """)
    void is_the_worst_that_any_reason_says(
            @Nullable Assessment assessment, boolean overdue, Health.State state, @Nullable String reasons) {
        Milestone milestone = new Milestone(milestone(1), "Survey", LocalDate.of(2026, 10, 31), 1, null, overdue);

        Health health = Health.of(assessment, List.of(milestone));

        assertThat(health.state()).isEqualTo(state);
        assertThat(String.join(" ", health.reasons().stream().map(Enum::name).toList()))
                .isEqualTo(reasons == null ? "" : reasons);
    }
}
