package org.waymark.progress.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.Problems.assertProblem;
import static org.waymark.progress.commitments.UseCases.caller;
import static org.waymark.progress.commitments.UseCases.partner;
import static org.waymark.progress.commitments.domain.Askers.ILO;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.EvidenceFake.Kept;
import org.waymark.progress.commitments.UpdateService.Reported;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.ReturnAnswered;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateReturned;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateVerified;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.UpdateId;

/** IOM leads, UNICEF supports, the ILO co-chairs the group during 2026. */
class UpdateServiceTest {

    private static final String FILE = "f0000001-0000-5000-8000-000000000005";

    private final UseCases world = new UseCases();
    private final UpdateService updates = world.updates;
    private final CommitmentId id = CommitmentService.idOf(IOM, "k1");

    @BeforeEach
    void submit() {
        world.directory.chairs(ILO.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-12-31");
        world.service.submit(
                partner(IOM),
                IOM,
                "k1",
                none -> aCommitment().supportedBy(UNICEF).dueOn("2026-12-31").command());
    }

    @Test
    void an_update_is_recorded_under_an_id_made_of_partner_commitment_and_key() {
        Reported reported = report(IOM, "u1", aReport().report());

        assertThat(reported.standing().sequence()).isEqualTo(2);
        assertThat(reported.id()).isEqualTo(UpdateService.idOf(IOM, id, "u1"));
        assertThat(world.commitments.events(id).getLast()).isInstanceOfSatisfying(ProgressReported.class, event -> {
            assertThat(event.id()).isEqualTo(reported.id());
            assertThat(event.partner()).isEqualTo(IOM);
            assertThat(event.effective()).isEqualTo("2026-11-01");
        });
        assertThat(report(IOM, "u2", aReport().report()).id()).isNotEqualTo(reported.id());
        assertThat(UpdateService.idOf(UNICEF, id, "u1")).isNotEqualTo(reported.id());
    }

    @Test
    void the_same_update_again_is_answered_the_same_though_others_came_since() {
        Reported first = report(IOM, "u1", aReport().report());
        report(IOM, "u2", aReport().report());

        Reported again = report(IOM, "u1", aReport().report());

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.standing().sequence()).isEqualTo(first.standing().sequence());
        assertThat(world.commitments.events(id)).hasSize(3);
    }

    @Test
    void a_key_used_again_for_another_update_is_refused() {
        UpdateId first = report(IOM, "u1", aReport().report()).id();

        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                () -> report(
                        IOM, "u1", aReport().assessing(Assessment.OFF_TRACK).report()));
        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                () -> updates.report(partner(IOM), id, "u1", null, aReport().report(), first));
    }

    @Test
    void two_partners_may_use_the_same_key() {
        report(IOM, "u1", aReport().report());

        assertThat(report(UNICEF, "u1", aReport().report()).standing().sequence())
                .isEqualTo(3);
    }

    @Test
    void an_update_may_take_the_place_of_an_earlier_one() {
        UpdateId first = report(IOM, "u1", aReport().report()).id();

        Reported second = updates.report(partner(IOM), id, "u2", null, aReport().report(), first);

        assertThat(world.commitments.events(id).getLast())
                .isInstanceOfSatisfying(
                        ProgressReported.class,
                        event -> assertThat(event.supersedes()).isEqualTo(first));
        assertThat(updates.report(partner(IOM), id, "u2", null, aReport().report(), first)
                        .standing()
                        .sequence())
                .isEqualTo(second.standing().sequence());
    }

    @Test
    void an_update_may_ask_for_the_version_it_was_written_on() {
        assertProblem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                () -> updates.report(partner(IOM), id, "u1", "\"7\"", aReport().report(), null));
        assertThat(updates.report(partner(IOM), id, "u1", "\"1\"", aReport().report(), null)
                        .standing()
                        .sequence())
                .isEqualTo(2);
    }

    @Test
    void a_rule_of_the_domain_is_a_conflict_by_its_name() {
        report(IOM, "u1", aReport().claiming(milestone(1), "2026-10-30").report());

        assertProblem(
                HttpStatus.CONFLICT,
                "already-reached",
                () -> report(
                        IOM,
                        "u2",
                        aReport().claiming(milestone(1), "2026-10-30").report()));
    }

    @Test
    void another_partners_commitment_looks_as_one_that_is_not_there() {
        CommitmentId nowhere = CommitmentService.idOf(STRANGER, "k9");
        UpdateId update = report(IOM, "u1", aReport().report()).id();

        Problem anothers = assertProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                () -> report(STRANGER, "u1", aReport().report()));
        Problem none = assertProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                () -> updates.report(
                        partner(STRANGER), nowhere, "u1", null, aReport().report(), null));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> verify(STRANGER, update, sent("v1")));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> sendBack(STRANGER, update));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> answer(STRANGER, update, "a1"));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> resubmit(STRANGER, update, sent("r1")));

        assertThat(none.getMessage()).isEqualTo(anothers.getMessage());
        assertThat(world.commitments.events(id)).hasSize(2);
    }

    @Test
    void a_suspended_partner_neither_reports_nor_reviews() {
        UpdateId update = report(UNICEF, "u1", aReport().report()).id();
        world.directory.shutOut(IOM.value());
        world.directory.shutOut(ILO.value());

        assertProblem(
                HttpStatus.FORBIDDEN,
                "forbidden",
                () -> report(IOM, "u1", aReport().report()));
        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> verify(ILO, update, sent("v1")));
        assertThat(report(UNICEF, "u2", aReport().report()).standing().sequence())
                .isEqualTo(3);
    }

    @Test
    void whoever_acts_for_no_organization_may_not_report() {
        assertProblem(
                HttpStatus.FORBIDDEN,
                "forbidden",
                () -> updates.report(
                        caller(null, "observer"), id, "u1", null, aReport().report(), null));
    }

    @Test
    void reporting_goes_on_while_the_directory_is_not_confirmed() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        sendBack(ILO, update);
        world.directory.isNotConfirmed();

        assertThat(report(IOM, "u2", aReport().report()).standing().sequence()).isEqualTo(4);
        assertThat(answer(IOM, update, "a1").sequence()).isEqualTo(5);
        assertThat(resubmit(IOM, update, sent("r1")).sequence()).isEqualTo(6);
    }

    @Test
    void reviewing_waits_until_the_directory_is_confirmed() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        world.directory.isNotConfirmed();

        assertProblem(HttpStatus.SERVICE_UNAVAILABLE, "directory-unconfirmed", () -> verify(ILO, update, sent("v1")));
        assertProblem(HttpStatus.SERVICE_UNAVAILABLE, "directory-unconfirmed", () -> sendBack(ILO, update));
        assertThat(world.commitments.events(id)).hasSize(2);
    }

    @Test
    void a_co_chair_verifies_what_it_has_read() {
        UpdateId update = report(
                        IOM,
                        "u1",
                        aReport().claiming(milestone(1), "2026-10-30").report())
                .id();

        verify(ILO, update, sent("v1"));

        assertThat(world.commitments.events(id).getLast())
                .isEqualTo(new UpdateVerified(update, 1, ILO, List.of(milestone(1)), List.of()));
    }

    @Test
    void a_verification_again_is_answered_the_same() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        Standing first = verify(ILO, update, new Sent("verification", "v1", "\"2\"", ""));

        assertThat(verify(ILO, update, new Sent("verification", "v1", "\"2\"", "")))
                .isEqualTo(first);
        assertThat(world.commitments.events(id)).hasSize(3);
    }

    @Test
    void a_co_chair_verifies_nothing_once_its_term_has_ended() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        world.itIs("2027-01-01T00:00:00Z");

        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> verify(ILO, update, sent("v1")));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> sendBack(ILO, update));
    }

    @Test
    void a_partner_without_the_say_verifies_nothing() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();

        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> verify(UNICEF, update, sent("v1")));
        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> sendBack(IOM, update));
    }

    @Test
    void an_update_that_is_not_there_is_not_verified() {
        UpdateId none = UpdateService.idOf(IOM, id, "never");

        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> verify(ILO, none, sent("v1")));
    }

    @Test
    void what_stands_is_changed_only_by_whoever_names_its_version() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        Sent versionless = new Sent("verification", "v1", null, "");
        Sent stale = new Sent("verification", "v2", "\"1\"", "");

        assertProblem(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", () -> verify(ILO, update, versionless));
        assertProblem(HttpStatus.PRECONDITION_FAILED, "stale", () -> verify(ILO, update, stale));
        sendBack(ILO, update);
        assertProblem(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", () -> resubmit(IOM, update, versionless));
        assertProblem(HttpStatus.PRECONDITION_FAILED, "stale", () -> resubmit(IOM, update, stale));
        assertThat(world.commitments.events(id)).hasSize(3);
    }

    @Test
    void a_returned_update_is_answered_and_submitted_again_by_its_author() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        Standing returned = sendBack(ILO, update);

        answer(IOM, update, "a1");
        Standing answered = answer(IOM, update, "a1");
        Standing again = resubmit(IOM, update, sent("r1"));

        assertThat(returned.sequence()).isEqualTo(3);
        assertThat(answered.sequence()).isEqualTo(4);
        assertThat(again.sequence()).isEqualTo(5);
        assertThat(world.commitments.events(id).subList(2, 5))
                .extracting(Object::getClass)
                .map(Class::getSimpleName)
                .containsExactly(
                        UpdateReturned.class.getSimpleName(),
                        ReturnAnswered.class.getSimpleName(),
                        UpdateResubmitted.class.getSimpleName());
    }

    @Test
    void the_second_revision_is_read_before_it_is_verified() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        sendBack(ILO, update);
        resubmit(IOM, update, sent("r1"));

        verify(ILO, update, sent("v1"));

        assertThat(world.commitments.events(id).getLast())
                .isInstanceOfSatisfying(
                        UpdateVerified.class,
                        event -> assertThat(event.revision()).isEqualTo(2));
    }

    @Test
    void files_are_kept_for_the_update_that_names_them() {
        world.evidence.upload(IOM.value(), FILE);

        Reported reported = report(IOM, "u1", naming(FILE));

        assertThat(world.evidence.kept())
                .containsExactly(new Kept(FILE, id.value(), reported.id().value()));
    }

    @Test
    void files_are_published_with_the_update_that_names_them_and_not_with_one_that_was_refused() {
        world.evidence.upload(IOM.value(), FILE);

        assertProblem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                () -> updates.report(partner(IOM), id, "u1", "\"7\"", naming(FILE), null));
        assertThat(world.evidence.published()).isEmpty();
        UpdateId update = report(IOM, "u1", naming(FILE)).id();

        assertThat(world.evidence.published()).containsExactly(new Kept(FILE, id.value(), update.value()));
    }

    @Test
    void an_update_that_names_files_of_others_is_refused_by_their_places() {
        world.evidence.upload(UNICEF.value(), FILE);
        world.evidence.upload(IOM.value(), "other");

        Problem problem = assertProblem(
                HttpStatus.BAD_REQUEST, "validation", () -> report(IOM, "u1", naming(null, "other", FILE)));

        assertThat(problem.fields()).extracting(Problem.Field::field).containsExactly("evidence[2].fileId");
        assertThat(world.commitments.events(id)).hasSize(1);
    }

    @Test
    void a_revision_keeps_its_files_too() {
        UpdateId update = report(IOM, "u1", aReport().report()).id();
        sendBack(ILO, update);
        world.evidence.upload(IOM.value(), FILE);

        updates.resubmit(partner(IOM), id, update, sent("r1"), naming(FILE));

        assertThat(world.evidence.kept()).containsExactly(new Kept(FILE, id.value(), update.value()));
        assertProblem(
                HttpStatus.BAD_REQUEST,
                "validation",
                () -> updates.resubmit(partner(IOM), id, update, sent("r2"), naming("nobodys")));
    }

    /** A null stands for a link in place of a file. */
    private static Report naming(@Nullable String... files) {
        List<Report.Evidence> evidence = Arrays.stream(files)
                .map(file -> new Report.Evidence(null, file, "Treaty", null, null))
                .toList();
        return new Report(Report.Words.NONE, null, null, List.of(), List.of(), evidence);
    }

    private Reported report(PartnerId by, String key, Report report) {
        return updates.report(partner(by), id, key, null, report, null);
    }

    private Standing verify(PartnerId by, UpdateId update, Sent sent) {
        return updates.verify(partner(by), id, update, sent, List.of());
    }

    private Standing sendBack(PartnerId by, UpdateId update) {
        return updates.sendBack(partner(by), id, update, new Sent("return", null, "*", ""), "Which treaty?");
    }

    private Standing answer(PartnerId by, UpdateId update, String key) {
        return updates.answer(partner(by), id, update, new Sent("answer", key, null, "The second."), "The second.");
    }

    private Standing resubmit(PartnerId by, UpdateId update, Sent sent) {
        return updates.resubmit(partner(by), id, update, sent, aReport().report());
    }

    private static Sent sent(String key) {
        return new Sent("review", key, "*", "");
    }
}
