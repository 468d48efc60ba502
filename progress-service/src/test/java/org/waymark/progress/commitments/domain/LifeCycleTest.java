package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.CO_CHAIR_ELSEWHERE;
import static org.waymark.progress.commitments.domain.Askers.ILO;
import static org.waymark.progress.commitments.domain.Askers.LEAD;
import static org.waymark.progress.commitments.domain.Askers.LEADING_CO_CHAIR;
import static org.waymark.progress.commitments.domain.Askers.STRANGE;
import static org.waymark.progress.commitments.domain.Askers.SUPPORTER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.Refusals.assertRefused;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentEvent.StatusChanged;
import org.waymark.progress.commitments.domain.LifeCycle.Step;
import org.waymark.progress.commitments.domain.Refusal.Kind;

class LifeCycleTest {

    private static final Instant NOW = noonOf("2026-10-02");
    private static final String WHY = "The parliament was dissolved.";

    /** What a step leads to; nothing where the step is not taken from there. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            SUBMITTED,         ENDORSE,  ENDORSED
            SUBMITTED,         START,    IN_IMPLEMENTATION
            SUBMITTED,         COMPLETE, COMPLETED
            SUBMITTED,         WITHDRAW, WITHDRAWN
            SUBMITTED,         SUSPEND,  SUSPENDED
            SUBMITTED,         RESUME,
            ENDORSED,          ENDORSE,
            ENDORSED,          START,    IN_IMPLEMENTATION
            ENDORSED,          COMPLETE, COMPLETED
            ENDORSED,          WITHDRAW, WITHDRAWN
            ENDORSED,          SUSPEND,  SUSPENDED
            ENDORSED,          RESUME,
            IN_IMPLEMENTATION, ENDORSE,
            IN_IMPLEMENTATION, START,
            IN_IMPLEMENTATION, COMPLETE, COMPLETED
            IN_IMPLEMENTATION, WITHDRAW, WITHDRAWN
            IN_IMPLEMENTATION, SUSPEND,  SUSPENDED
            IN_IMPLEMENTATION, RESUME,
            COMPLETED,         ENDORSE,
            COMPLETED,         START,
            COMPLETED,         COMPLETE,
            COMPLETED,         WITHDRAW,
            COMPLETED,         SUSPEND,
            COMPLETED,         RESUME,
            WITHDRAWN,         ENDORSE,
            WITHDRAWN,         START,
            WITHDRAWN,         COMPLETE,
            WITHDRAWN,         WITHDRAW,
            WITHDRAWN,         SUSPEND,
            WITHDRAWN,         RESUME,
            SUSPENDED,         ENDORSE,
            SUSPENDED,         START,
            SUSPENDED,         COMPLETE,
            SUSPENDED,         WITHDRAW, WITHDRAWN
            SUSPENDED,         SUSPEND,
            SUSPENDED,         RESUME,   SUBMITTED
            """)
    void leads_from_one_status_to_the_next(Status from, Step step, @Nullable Status to) {
        Commitment standing = aCommitment().that(from).standing();

        if (to == null) {
            assertRefused(Kind.RULE, "life-cycle", () -> decided(standing, LEADING_CO_CHAIR, step, WHY));
        } else {
            assertThat(decided(standing, LEADING_CO_CHAIR, step, WHY))
                    .containsExactly(new StatusChanged(IOM, from, to, WHY));
            assertThat(then(standing, NOW, new ChangeStatus(LEADING_CO_CHAIR, step, WHY))
                            .status())
                    .isEqualTo(to);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ENDORSE,  co-chair
            START,    lead
            COMPLETE, lead co-chair
            WITHDRAW, lead
            SUSPEND,  lead co-chair
            RESUME,   lead co-chair
            """)
    void is_taken_by_whoever_has_the_say(Step step, String who) {
        Commitment standing = aCommitment()
                .supportedBy(UNICEF)
                .that(step == Step.RESUME ? Status.SUSPENDED : Status.SUBMITTED)
                .standing();
        List<String> say = List.of(who.split(" "));

        assertSay(standing, step, LEAD, say.contains("lead"));
        assertSay(standing, step, CO_CHAIR, say.contains("co-chair"));
        assertSay(standing, step, SUPPORTER, false);
        assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(standing, STRANGE, step, WHY));
        assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(standing, CO_CHAIR_ELSEWHERE, step, WHY));
    }

    @Test
    void is_recorded_as_the_step_of_whoever_took_it() {
        assertThat(decided(aCommitment().standing(), CO_CHAIR, Step.ENDORSE, null))
                .containsExactly(new StatusChanged(ILO, Status.SUBMITTED, Status.ENDORSED, null));
    }

    @Test
    void hides_where_it_stands_from_whoever_has_no_part_in_it() {
        Commitment over = aCommitment().that(Status.COMPLETED).standing();

        assertRefused(Kind.NOT_YOURS, "commitment", () -> decided(over, STRANGE, Step.START, null));
        assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(over, CO_CHAIR, Step.START, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAW", "SUSPEND"})
    void needs_a_reason_to_stop(Step step) {
        Commitment standing = aCommitment().standing();

        assertRefused(Kind.INVALID, "reason", () -> decided(standing, LEAD, step, null));
        assertRefused(Kind.INVALID, "reason", () -> decided(standing, LEAD, step, " "));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDORSE", "START", "COMPLETE"})
    void needs_no_reason_to_go_on(Step step) {
        assertThat(decided(aCommitment().standing(), LEADING_CO_CHAIR, step, null))
                .hasSize(1);
    }

    @Test
    void completes_with_open_milestones_only_for_a_reason() {
        Commitment open = aCommitment().dueOn("2026-10-01", "2027-06-30").standing();
        Commitment begun = then(open, NOW, report(aReport().beginning(milestone(2))));
        Commitment halfway = then(begun, NOW, report(aReport().claiming(milestone(1), "2026-10-01")));

        assertRefused(Kind.RULE, "open-milestones", () -> decided(open, LEAD, Step.COMPLETE, null));
        assertRefused(Kind.RULE, "open-milestones", () -> decided(halfway, LEAD, Step.COMPLETE, " "));
        assertThat(decided(halfway, LEAD, Step.COMPLETE, WHY)).hasSize(1);
    }

    @Test
    void completes_without_a_reason_once_every_milestone_is_settled() {
        Commitment settled = then(
                aCommitment().dueOn("2026-10-01").standing(),
                NOW,
                report(aReport().claiming(milestone(1), "2026-10-01")));

        assertThat(decided(settled, LEAD, Step.COMPLETE, null)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "ENDORSED", "IN_IMPLEMENTATION"})
    void goes_on_where_it_was_suspended(Status from) {
        Commitment running = aCommitment().that(from).standing();

        Commitment suspended = then(running, NOW, new ChangeStatus(LEAD, Step.SUSPEND, WHY));
        Commitment resumed = then(suspended, NOW, new ChangeStatus(CO_CHAIR, Step.RESUME, null));

        assertThat(suspended.suspendedFrom()).isEqualTo(from);
        assertThat(resumed).isEqualTo(running);
    }

    @Test
    void what_was_withdrawn_while_suspended_does_not_wait_to_be_resumed() {
        Commitment suspended = then(aCommitment().standing(), NOW, new ChangeStatus(LEAD, Step.SUSPEND, WHY));

        Commitment withdrawn = then(suspended, NOW, new ChangeStatus(LEAD, Step.WITHDRAW, WHY));

        assertThat(withdrawn.suspendedFrom()).isNull();
    }

    private static void assertSay(Commitment standing, Step step, Asker by, boolean has) {
        if (has) {
            assertThatCode(() -> decided(standing, by, step, WHY)).doesNotThrowAnyException();
        } else {
            assertRefused(Kind.NOT_ALLOWED, "forbidden", () -> decided(standing, by, step, WHY));
        }
    }

    private static List<CommitmentEvent> decided(Commitment standing, Asker by, Step step, @Nullable String reason) {
        return Deciding.decide(standing, new ChangeStatus(by, step, reason), NOW, HealthRules.DEFAULT);
    }

    private static ReportProgress report(ReportFixture report) {
        return new ReportProgress(update(1), IOM, report.report(), null);
    }
}
