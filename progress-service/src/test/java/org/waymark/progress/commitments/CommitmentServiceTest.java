package org.waymark.progress.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.waymark.progress.commitments.UseCases.caller;
import static org.waymark.progress.commitments.UseCases.partner;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.waymark.platform.Problem;
import org.waymark.progress.commitments.CommitmentService.Reported;
import org.waymark.progress.commitments.Commitments.Outcome;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneOverdue;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Report;

class CommitmentServiceTest {

    private final UseCases world = new UseCases();
    private final CommitmentService service = world.service;

    @Test
    void a_submission_stands_under_an_id_made_of_partner_and_key() {
        Outcome outcome = submit("k1");

        assertThat(outcome.repeated()).isFalse();
        assertThat(outcome.standing().id()).isEqualTo(CommitmentService.idOf(IOM, "k1"));
        assertThat(outcome.standing().sequence()).isEqualTo(1);
        assertThat(CommitmentService.idOf(UNICEF, "k1"))
                .isNotEqualTo(outcome.standing().id());
    }

    @Test
    void the_same_submission_again_is_answered_the_same_and_stored_once() {
        Outcome first = submit("k1");

        Outcome again = submit("k1");

        assertThat(again).isEqualTo(new Outcome(first.standing(), true));
        assertThat(world.commitments.size()).isEqualTo(1);
    }

    @Test
    void a_key_used_again_for_another_submission_is_refused() {
        submit("k1");

        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                () -> service.submit(
                        partner(IOM),
                        IOM,
                        "k1",
                        id -> aCommitment().titled("Another").command()));
    }

    @Test
    void submissions_without_a_key_are_different_ones() {
        AtomicReference<CommitmentId> handed = new AtomicReference<>();
        service.submit(partner(IOM), IOM, null, id -> {
            handed.set(id);
            return aCommitment().command();
        });
        Outcome second =
                service.submit(partner(IOM), IOM, null, id -> aCommitment().command());

        assertThat(world.commitments.size()).isEqualTo(2);
        assertThat(handed.get()).isNotEqualTo(second.standing().id());
    }

    @Test
    void a_submission_against_a_rule_stores_nothing_and_names_the_field() {
        Problem problem = assertProblem(
                HttpStatus.BAD_REQUEST,
                "validation",
                () -> service.submit(
                        partner(IOM),
                        IOM,
                        "k1",
                        id -> aCommitment().until(LocalDate.of(2025, 1, 1)).command()));

        assertThat(problem.fields()).extracting(Problem.Field::field).containsExactly("end");
        assertThat(world.commitments.size()).isZero();
    }

    @Test
    void an_update_is_recorded_under_an_id_made_of_partner_commitment_and_key() {
        CommitmentId id = submit("k1").standing().id();

        Reported reported = report(IOM, id, "u1", aReport().report());

        assertThat(reported.standing().sequence()).isEqualTo(2);
        assertThat(world.commitments.events(id).getLast()).isInstanceOfSatisfying(ProgressReported.class, event -> {
            assertThat(event.id()).isEqualTo(reported.id());
            assertThat(event.partner()).isEqualTo(IOM);
            assertThat(event.effective()).isEqualTo("2026-11-01");
        });
        assertThat(report(IOM, id, "u2", aReport().report()).id()).isNotEqualTo(reported.id());
    }

    @Test
    void the_same_update_again_is_answered_the_same_though_others_came_since() {
        CommitmentId id = submit("k1").standing().id();
        Reported first = report(IOM, id, "u1", aReport().report());
        report(IOM, id, "u2", aReport().report());

        Reported again = report(IOM, id, "u1", aReport().report());

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.standing().sequence()).isEqualTo(first.standing().sequence());
        assertThat(world.commitments.events(id)).hasSize(3);
    }

    @Test
    void a_key_used_again_for_another_update_is_refused() {
        CommitmentId id = submit("k1").standing().id();
        report(IOM, id, "u1", aReport().report());

        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                () -> report(
                        IOM, id, "u1", aReport().assessing(Assessment.OFF_TRACK).report()));
    }

    @Test
    void two_partners_may_use_the_same_key() {
        CommitmentId id = submit("k1").standing().id();
        report(IOM, id, "u1", aReport().report());

        assertThat(report(UNICEF, id, "u1", aReport().report()).standing().sequence())
                .isEqualTo(3);
    }

    @Test
    void another_partners_commitment_looks_as_one_that_is_not_there() {
        CommitmentId id = submit("k1").standing().id();
        CommitmentId nowhere = CommitmentService.idOf(STRANGER, "k9");

        Problem anothers = assertProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                () -> report(STRANGER, id, "u1", aReport().report()));
        Problem none = assertProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                () -> report(STRANGER, nowhere, "u1", aReport().report()));
        Problem revision = assertProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                () -> service.revise(partner(STRANGER), id, null, "*", fields -> fields));

        assertThat(List.of(String.valueOf(none.getMessage()), String.valueOf(revision.getMessage())))
                .containsOnly(String.valueOf(anothers.getMessage()));
        assertThat(world.commitments.size()).isEqualTo(1);
    }

    @Test
    void a_suspended_partner_may_not_write() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.shutOut(IOM.value());

        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> submit("k2"));
        assertProblem(
                HttpStatus.FORBIDDEN,
                "forbidden",
                () -> report(IOM, id, "u1", aReport().report()));
        assertProblem(
                HttpStatus.FORBIDDEN, "forbidden", () -> service.revise(partner(IOM), id, null, "*", fields -> fields));
        assertThat(report(UNICEF, id, "u1", aReport().report()).standing().sequence())
                .isEqualTo(2);
    }

    @Test
    void whoever_acts_for_no_organization_may_not_report() {
        CommitmentId id = submit("k1").standing().id();

        assertProblem(
                HttpStatus.FORBIDDEN,
                "forbidden",
                () -> service.report(
                        caller(null, "observer"), id, "u1", null, aReport().report()));
    }

    @Test
    void a_rule_of_the_domain_is_a_conflict_by_its_name() {
        CommitmentId id = submit("k1").standing().id();
        report(IOM, id, "u1", aReport().claiming(milestone(1), "2026-10-30").report());

        assertProblem(
                HttpStatus.CONFLICT,
                "already-reached",
                () -> report(
                        IOM,
                        id,
                        "u2",
                        aReport().claiming(milestone(1), "2026-10-30").report()));
    }

    @Test
    void an_update_may_ask_for_the_version_it_was_written_on() {
        CommitmentId id = submit("k1").standing().id();

        assertProblem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                () -> service.report(partner(IOM), id, "u1", "\"7\"", aReport().report()));
        assertThat(service.report(partner(IOM), id, "u1", "\"1\"", aReport().report())
                        .standing()
                        .sequence())
                .isEqualTo(2);
    }

    @Test
    void a_revision_must_name_the_version_it_was_written_on() {
        CommitmentId id = submit("k1").standing().id();

        assertProblem(
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-required",
                () -> service.revise(partner(IOM), id, null, null, fields -> fields));
        assertProblem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                () -> service.revise(partner(IOM), id, null, "\"2\"", fields -> fields));
        Standing after = service.revise(
                partner(IOM),
                id,
                null,
                "\"1\"",
                fields -> new ReviseCommitment(fields.partner(), "Safer corridors", null, null, null));
        assertThat(after.sequence()).isEqualTo(2);
        assertThat(after.commitment().promise().title()).isEqualTo("Safer corridors");
    }

    @Test
    void deadlines_are_recorded_once_when_they_have_come() {
        CommitmentId id = submit("k1").standing().id();
        service.recordDeadlines();
        assertThat(world.commitments.events(id)).hasSize(1);

        world.itIs("2027-01-01T00:00:00Z");
        service.recordDeadlines();
        service.recordDeadlines();

        assertThat(world.commitments.events(id)).hasSize(2).last().isInstanceOf(MilestoneOverdue.class);
    }

    @Test
    void a_trial_says_whether_it_stands_and_stores_nothing() {
        SubmitCommitment sent =
                aCommitment().supportedBy(UNICEF).dueOn("2026-12-31").command();

        assertThat(service.wouldRepeat(partner(IOM), IOM, "k1", sent)).isFalse();
        assertThat(world.commitments.size()).isZero();
        submit("k1");
        assertThat(service.wouldRepeat(partner(IOM), IOM, "k1", sent)).isTrue();
    }

    @Test
    void a_trial_is_refused_what_the_real_one_would_be() {
        submit("k1");

        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                () -> service.wouldRepeat(partner(IOM), IOM, "k1", aCommitment().command()));
        assertProblem(
                HttpStatus.BAD_REQUEST,
                "validation",
                () -> service.wouldRepeat(
                        partner(IOM),
                        IOM,
                        "k2",
                        aCommitment().until(LocalDate.of(2025, 1, 1)).command()));
        world.directory.shutOut(IOM.value());
        assertProblem(
                HttpStatus.FORBIDDEN,
                "forbidden",
                () -> service.wouldRepeat(partner(IOM), IOM, "k3", aCommitment().command()));
    }

    private Outcome submit(String key) {
        return service.submit(
                partner(IOM),
                IOM,
                key,
                id -> aCommitment().supportedBy(UNICEF).dueOn("2026-12-31").command());
    }

    private Reported report(PartnerId partner, CommitmentId id, String key, Report report) {
        return service.report(partner(partner), id, key, null, report);
    }

    private static Problem assertProblem(HttpStatus status, String type, ThrowingCallable command) {
        Problem problem = Objects.requireNonNull(catchThrowableOfType(Problem.class, command), "it was not refused");
        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.status()).isEqualTo(status);
        return problem;
    }
}
