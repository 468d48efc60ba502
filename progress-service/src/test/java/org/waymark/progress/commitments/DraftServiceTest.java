package org.waymark.progress.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.Problems.assertProblem;
import static org.waymark.progress.commitments.UseCases.caller;
import static org.waymark.progress.commitments.UseCases.partner;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.waymark.progress.commitments.EvidenceFake.Kept;
import org.waymark.progress.commitments.domain.CommitmentId;

class DraftServiceTest {

    private static final String FILE = "f0000001-0000-5000-8000-000000000005";
    private static final String BODY = "{\"title\":\"Safe\"}";

    private final UseCases world = new UseCases();
    private final DraftService drafts = world.drafts;
    private final CommitmentId id = CommitmentService.idOf(IOM, "k1");

    @BeforeEach
    void submit() {
        world.service.submit(
                partner(IOM),
                IOM,
                "k1",
                none -> aCommitment().supportedBy(UNICEF).command());
    }

    @Test
    void a_draft_has_the_id_of_what_is_submitted_from_it() {
        Draft commitment = drafts.ofCommitment(partner(IOM), "d1", BODY);
        Draft update = drafts.ofUpdate(partner(UNICEF), id, "d1", BODY, List.of());

        assertThat(commitment.id()).isEqualTo(CommitmentService.idOf(IOM, "d1").value());
        assertThat(update.id()).isEqualTo(UpdateService.idOf(UNICEF, id, "d1").value());
        assertThat(update.commitment()).isEqualTo(id.value());
        assertThat(List.of(commitment.version(), update.version())).containsOnly(1L);
    }

    @Test
    void a_draft_says_nothing_in_public() {
        drafts.ofCommitment(partner(IOM), "d1", BODY);
        drafts.ofUpdate(partner(IOM), id, "d1", BODY, List.of());

        assertThat(world.commitments.size()).isEqualTo(1);
        assertThat(world.commitments.events(id)).hasSize(1);
    }

    @Test
    void drafts_without_a_key_are_different_ones() {
        Draft first = drafts.ofUpdate(partner(IOM), id, null, BODY, List.of());
        Draft second = drafts.ofUpdate(partner(IOM), id, null, BODY, List.of());

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(drafts.ofCommitment(partner(IOM), null, BODY).id())
                .isNotEqualTo(drafts.ofCommitment(partner(IOM), null, BODY).id());
        assertThat(drafts.list(partner(IOM), null, 10)).hasSize(4);
    }

    @Test
    void the_same_draft_again_is_answered_the_same_and_kept_once() {
        Draft first = drafts.ofCommitment(partner(IOM), "d1", BODY);
        world.itIs("2026-11-02T12:00:00Z");

        assertThat(drafts.ofCommitment(partner(IOM), "d1", BODY)).isEqualTo(first);
        assertThat(drafts.list(partner(IOM), null, 10))
                .singleElement()
                .extracting(Draft.Head::id)
                .isEqualTo(first.id());
    }

    @Test
    void a_key_used_again_for_another_draft_is_refused() {
        drafts.ofCommitment(partner(IOM), "d1", BODY);

        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", () -> drafts.ofCommitment(partner(IOM), "d1", "{}"));
    }

    @Test
    void a_key_of_what_is_submitted_already_is_refused() {
        world.updates.report(partner(IOM), id, "u1", null, aReport().report(), null);

        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT, "key-reused", () -> drafts.ofCommitment(partner(IOM), "k1", BODY));
        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                () -> drafts.ofUpdate(partner(IOM), id, "u1", BODY, List.of()));
        assertThat(drafts.list(partner(IOM), null, 10)).isEmpty();
    }

    @Test
    void an_update_is_drafted_by_the_partners_of_its_commitment() {
        CommitmentId nowhere = CommitmentService.idOf(IOM, "never");

        assertProblem(
                HttpStatus.NOT_FOUND, "not-found", () -> drafts.ofUpdate(partner(STRANGER), id, null, BODY, List.of()));
        assertProblem(
                HttpStatus.NOT_FOUND, "not-found", () -> drafts.ofUpdate(partner(IOM), nowhere, null, BODY, List.of()));
    }

    @Test
    void nobody_else_sees_or_touches_a_draft_not_even_a_partner_of_the_commitment() {
        Draft draft = drafts.ofUpdate(partner(IOM), id, null, BODY, List.of());

        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> drafts.get(partner(UNICEF), draft.id()));
        assertProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                () -> drafts.save(partner(UNICEF), draft.id(), "*", "{}", List.of()));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> drafts.remove(partner(UNICEF), draft.id()));
        assertThat(drafts.list(partner(UNICEF), null, 10)).isEmpty();
        assertThat(drafts.get(partner(IOM), draft.id())).isEqualTo(draft);
    }

    @Test
    void whoever_may_not_write_keeps_no_drafts() {
        world.directory.shutOut(IOM.value());

        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> drafts.ofCommitment(partner(IOM), null, BODY));
        assertProblem(
                HttpStatus.FORBIDDEN, "forbidden", () -> drafts.ofCommitment(caller(null, "observer"), null, BODY));
    }

    @Test
    void saving_names_the_version_it_was_written_on_and_makes_the_next() {
        Draft draft = drafts.ofCommitment(partner(IOM), null, BODY);
        world.itIs("2026-11-02T12:00:00Z");

        Draft saved = drafts.save(partner(IOM), draft.id(), "\"1\"", "{}", List.of());

        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.body()).isEqualTo("{}");
        assertThat(saved.createdAt()).isEqualTo(draft.createdAt());
        assertThat(saved.changedAt()).isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
        assertThat(drafts.get(partner(IOM), draft.id())).isEqualTo(saved);
        assertProblem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                () -> drafts.save(partner(IOM), draft.id(), "\"1\"", BODY, List.of()));
        assertProblem(
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-required",
                () -> drafts.save(partner(IOM), draft.id(), null, BODY, List.of()));
    }

    @Test
    void whoever_saves_at_the_same_time_and_comes_second_is_told() {
        Draft draft = drafts.ofCommitment(partner(IOM), null, BODY);
        world.draftsKept.beforeNextSave(() -> world.draftsKept.save(draft.saved("{}", world.now())));

        assertProblem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                () -> drafts.save(partner(IOM), draft.id(), "*", BODY, List.of()));
        assertThat(drafts.get(partner(IOM), draft.id()).body()).isEqualTo("{}");
    }

    @Test
    void a_removed_draft_is_gone_and_so_is_one_that_was_submitted() {
        Draft removed = drafts.ofCommitment(partner(IOM), null, BODY);
        Draft submitted = drafts.ofCommitment(partner(IOM), null, BODY);

        drafts.remove(partner(IOM), removed.id());
        drafts.submitted(submitted);

        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> drafts.get(partner(IOM), removed.id()));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> drafts.get(partner(IOM), submitted.id()));
        assertProblem(
                HttpStatus.NOT_FOUND,
                "not-found",
                () -> drafts.save(partner(IOM), submitted.id(), "*", "{}", List.of()));
        assertThat(drafts.list(partner(IOM), null, 10)).isEmpty();
    }

    @Test
    void what_was_submitted_may_be_submitted_again_for_a_day_and_is_gone_with_the_next_draft_after_that() {
        Draft draft = drafts.ofCommitment(partner(IOM), null, BODY);
        drafts.submitted(draft);

        world.itIs("2026-11-02T11:59:59Z");
        Draft again = drafts.toSubmit(partner(IOM), draft.id());
        drafts.submitted(again);

        assertThat(again.body()).isEqualTo(BODY);
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> drafts.toSubmit(partner(UNICEF), draft.id()));
        world.itIs("2026-11-02T12:00:01Z");
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> drafts.toSubmit(partner(IOM), draft.id()));
        drafts.ofCommitment(partner(UNICEF), null, BODY);
        assertThat(world.draftsKept.find(draft.id())).isPresent();
        drafts.ofCommitment(partner(IOM), null, BODY);
        assertThat(world.draftsKept.find(draft.id())).isEmpty();
    }

    @Test
    void what_is_saved_while_it_is_submitted_stays_a_draft() {
        Draft draft = drafts.ofCommitment(partner(IOM), null, BODY);
        Draft submitted = drafts.toSubmit(partner(IOM), draft.id());
        drafts.save(partner(IOM), draft.id(), "*", "{}", List.of());

        drafts.submitted(submitted);

        assertThat(drafts.get(partner(IOM), draft.id()).body()).isEqualTo("{}");
    }

    @Test
    void times_are_as_exact_as_they_are_stored() {
        world.itIs("2026-11-02T12:00:00.123456789Z");

        Draft draft = drafts.ofCommitment(partner(IOM), null, BODY);

        assertThat(draft.createdAt()).isEqualTo(Instant.parse("2026-11-02T12:00:00.123Z"));
    }

    @Test
    void lists_go_on_after_the_last_one() {
        for (int i = 0; i < 5; i++) {
            drafts.ofCommitment(partner(IOM), null, BODY);
        }
        drafts.ofCommitment(partner(UNICEF), null, BODY);

        List<Draft.Head> all = drafts.list(partner(IOM), null, 10);
        List<Draft.Head> rest = drafts.list(partner(IOM), all.get(2).id(), 10);

        assertThat(all).hasSize(5);
        assertThat(rest).isEqualTo(all.subList(3, 5));
    }

    @Test
    void an_organization_keeps_at_most_five_hundred_and_may_still_repeat_the_last() {
        for (int i = 0; i < 500; i++) {
            drafts.ofCommitment(partner(IOM), "d" + i, BODY);
        }

        assertProblem(HttpStatus.CONFLICT, "too-many-drafts", () -> drafts.ofCommitment(partner(IOM), "d500", BODY));
        assertThat(drafts.ofCommitment(partner(IOM), "d499", BODY).version()).isEqualTo(1);
        assertThat(drafts.ofCommitment(partner(UNICEF), "d500", BODY).version()).isEqualTo(1);
    }

    @Test
    void a_draft_has_its_bounds() {
        Draft draft = drafts.ofCommitment(partner(IOM), null, "x".repeat(400 * 1024));

        assertProblem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                () -> drafts.ofCommitment(partner(IOM), null, "x".repeat(400 * 1024 + 1)));
        assertProblem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                () -> drafts.save(partner(IOM), draft.id(), "*", "x".repeat(400 * 1024 + 1), List.of()));
    }

    @Test
    void files_that_a_draft_names_are_kept_as_far_as_they_are_there() {
        world.evidence.upload(IOM.value(), FILE);

        Draft draft = drafts.ofUpdate(partner(IOM), id, null, BODY, List.of(FILE, "missing"));
        drafts.save(partner(IOM), draft.id(), "*", "{}", List.of(FILE));

        assertThat(world.evidence.kept())
                .containsExactly(new Kept(FILE, id.value(), draft.id()), new Kept(FILE, id.value(), draft.id()));
    }
}
