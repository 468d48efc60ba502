package org.waymark.progress.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.Problems.assertProblem;
import static org.waymark.progress.commitments.UseCases.caller;
import static org.waymark.progress.commitments.UseCases.partner;
import static org.waymark.progress.commitments.UseCases.secretariat;
import static org.waymark.progress.commitments.domain.Askers.ILO;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.CommitmentService.Say;
import org.waymark.progress.commitments.Commitments.Outcome;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.Asker;
import org.waymark.progress.commitments.domain.CommitmentCommand;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentCommand.OverrideHealth;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentFixture;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.LifeCycle.Step;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.Status;

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
    void what_the_secretariat_brought_in_is_the_same_when_the_partner_brings_it_in() {
        SubmitCommitment command = aCommitment().command();
        service.submit(secretariat(), IOM, "k1", id -> command.by(new Actor(true, true)));

        assertThat(service.submit(partner(IOM), IOM, "k1", id -> command).repeated())
                .isTrue();
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
    void a_submission_is_at_home_where_its_lead_is_unless_it_says_otherwise() {
        world.directory.isAtHome(IOM.value(), "Pacific/Kiritimati");

        assertThat(zoneOf(aCommitment())).isEqualTo("Pacific/Kiritimati");
        assertThat(zoneOf(aCommitment().atHomeIn("America/El_Salvador"))).isEqualTo("America/El_Salvador");
    }

    @Test
    void a_lead_that_moves_meanwhile_does_not_make_a_repeated_submission_another_one() {
        submit("k1");
        world.directory.isAtHome(IOM.value(), "Pacific/Kiritimati");

        assertThat(submit("k1").repeated()).isTrue();
    }

    @Test
    void a_change_must_name_the_version_it_was_written_on() {
        CommitmentId id = submit("k1").standing().id();

        assertProblem(
                HttpStatus.PRECONDITION_REQUIRED, "if-match-required", () -> revise(partner(IOM), id, null, "Another"));
        assertProblem(HttpStatus.PRECONDITION_FAILED, "stale", () -> revise(partner(IOM), id, "\"2\"", "Another"));
        assertThat(world.commitments.events(id)).hasSize(1);
        Standing after = revise(partner(IOM), id, "\"1\"", "Safer corridors");
        assertThat(after.sequence()).isEqualTo(2);
        assertThat(after.commitment().promise().title()).isEqualTo("Safer corridors");
    }

    @Test
    void a_change_of_any_version_may_be_asked_for() {
        CommitmentId id = submit("k1").standing().id();
        revise(partner(IOM), id, "*", "Safer corridors");

        assertThat(revise(partner(IOM), id, "*", "The safest corridors").sequence())
                .isEqualTo(3);
    }

    @Test
    void a_change_without_a_key_is_another_one_each_time() {
        CommitmentId id = submit("k1").standing().id();
        revise(partner(IOM), id, "\"1\"", "Safer corridors");

        assertProblem(
                HttpStatus.PRECONDITION_FAILED, "stale", () -> revise(partner(IOM), id, "\"1\"", "Safer corridors"));
    }

    @Test
    void the_same_change_again_is_answered_the_same_though_its_version_is_gone() {
        CommitmentId id = submit("k1").standing().id();
        Sent sent = new Sent("status", "s1", "\"1\"", "start");
        Standing first = service.change(partner(IOM), id, sent, Say.PARTNER, step(Step.START));

        Standing again = service.change(partner(IOM), id, sent, Say.PARTNER, step(Step.START));

        assertThat(again).isEqualTo(first);
        assertThat(world.commitments.events(id)).hasSize(2);
    }

    @Test
    void a_key_used_again_for_another_change_is_refused() {
        CommitmentId id = submit("k1").standing().id();
        service.change(partner(IOM), id, new Sent("status", "s1", "*", "start"), Say.PARTNER, step(Step.START));

        assertProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                () -> service.change(
                        partner(IOM), id, new Sent("status", "s1", "*", "complete"), Say.PARTNER, step(Step.COMPLETE)));
    }

    @Test
    void one_key_may_stand_for_changes_of_different_things() {
        CommitmentId id = submit("k1").standing().id();
        service.change(partner(IOM), id, new Sent("status", "s1", "*", "start"), Say.PARTNER, step(Step.START));

        assertThat(addMilestone(id, new Sent("milestones", "s1", null, "a milestone"))
                        .sequence())
                .isEqualTo(3);
    }

    @Test
    void an_addition_need_not_name_a_version_but_may() {
        CommitmentId id = submit("k1").standing().id();

        assertProblem(
                HttpStatus.PRECONDITION_FAILED,
                "stale",
                () -> addMilestone(id, new Sent("milestones", null, "\"7\"", "a milestone")));
        assertThat(addMilestone(id, new Sent("milestones", null, null, "a milestone"))
                        .sequence())
                .isEqualTo(2);
    }

    @Test
    void a_rule_of_the_domain_is_a_conflict_by_its_name() {
        CommitmentId id = submit("k1").standing().id();

        assertProblem(HttpStatus.CONFLICT, "life-cycle", () -> move(partner(IOM), id, Say.PARTNER, Step.RESUME));
    }

    @Test
    void a_partner_without_the_say_is_told_whose_it_is() {
        CommitmentId id = submit("k1").standing().id();

        Problem problem =
                assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> revise(partner(UNICEF), id, "*", "Mine"));
        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> move(partner(IOM), id, Say.CO_CHAIR, Step.ENDORSE));

        assertThat(problem.getMessage()).contains("lead partner");
        assertThat(world.commitments.events(id)).hasSize(1);
    }

    @Test
    void another_partners_commitment_looks_as_one_that_is_not_there() {
        CommitmentId id = submit("k1").standing().id();
        CommitmentId nowhere = CommitmentService.idOf(STRANGER, "k9");

        Problem anothers =
                assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> revise(partner(STRANGER), id, null, "Mine"));
        Problem none = assertProblem(
                HttpStatus.NOT_FOUND, "not-found", () -> revise(partner(STRANGER), nowhere, null, "Mine"));
        Problem endorsed = assertProblem(
                HttpStatus.NOT_FOUND, "not-found", () -> move(partner(STRANGER), id, Say.CO_CHAIR, Step.ENDORSE));

        assertThat(List.of(String.valueOf(none.getMessage()), String.valueOf(endorsed.getMessage())))
                .containsOnly(String.valueOf(anothers.getMessage()));
        assertThat(world.commitments.size()).isEqualTo(1);
    }

    @Test
    void a_co_chair_endorses_during_its_term() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(ILO.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-11-01");

        Standing after = move(partner(ILO), id, Say.CO_CHAIR, Step.ENDORSE);

        assertThat(after.commitment().status()).isEqualTo(Status.ENDORSED);
    }

    @Test
    void a_co_chair_whose_term_has_ended_has_no_say_any_more() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(ILO.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-11-01");
        world.itIs("2026-11-02T00:00:00Z");

        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> move(partner(ILO), id, Say.CO_CHAIR, Step.ENDORSE));
    }

    @Test
    void a_co_chair_of_another_group_has_no_say() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(ILO.value(), "another-group", "2026-01-01", "2026-12-31");

        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> move(partner(ILO), id, Say.CO_CHAIR, Step.ENDORSE));
    }

    @Test
    void while_the_directory_is_not_confirmed_co_chairs_decide_nothing() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(ILO.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-12-31");
        world.directory.isNotConfirmed();

        Problem problem = assertProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "directory-unconfirmed",
                () -> move(partner(ILO), id, Say.CO_CHAIR, Step.ENDORSE));
        assertProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "directory-unconfirmed",
                () -> service.change(
                        partner(ILO), id, new Sent("health", null, "*", "override"), Say.CO_CHAIR, overriding()));

        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(world.commitments.events(id)).hasSize(1);
    }

    @Test
    void while_the_directory_is_not_confirmed_the_lead_goes_on_and_a_co_chair_is_asked_to_come_again() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(ILO.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-12-31");
        world.directory.isNotConfirmed();

        assertProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "directory-unconfirmed",
                () -> move(partner(ILO), id, Say.PARTNER, Step.SUSPEND));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> move(partner(STRANGER), id, Say.PARTNER, Step.SUSPEND));
        assertThat(move(partner(IOM), id, Say.PARTNER, Step.SUSPEND)
                        .commitment()
                        .status())
                .isEqualTo(Status.SUSPENDED);
    }

    @Test
    void while_the_directory_is_not_confirmed_a_supporting_co_chair_is_asked_to_come_again_too() {
        CommitmentId id = service.submit(
                        partner(IOM),
                        IOM,
                        "k1",
                        made -> aCommitment().supportedBy(ILO).command())
                .standing()
                .id();
        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> move(partner(ILO), id, Say.PARTNER, Step.SUSPEND));
        world.directory.chairs(ILO.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-12-31");
        world.directory.isNotConfirmed();

        assertProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "directory-unconfirmed",
                () -> move(partner(ILO), id, Say.PARTNER, Step.SUSPEND));
    }

    @Test
    void a_co_chair_of_another_group_or_of_a_past_term_has_no_part_whether_confirmed_or_not() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(ILO.value(), "another", "2026-01-01", "2026-12-31");
        world.directory.chairs(STRANGER.value(), GroupId.DEFAULT.value(), "2025-01-01", "2025-12-31");
        world.directory.isNotConfirmed();

        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> move(partner(ILO), id, Say.PARTNER, Step.SUSPEND));
        assertProblem(HttpStatus.NOT_FOUND, "not-found", () -> move(partner(STRANGER), id, Say.PARTNER, Step.SUSPEND));
    }

    @Test
    void a_co_chair_does_what_partners_and_co_chairs_may() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(ILO.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-12-31");

        assertThat(move(partner(ILO), id, Say.PARTNER, Step.SUSPEND)
                        .commitment()
                        .status())
                .isEqualTo(Status.SUSPENDED);
    }

    @Test
    void a_suspended_partner_may_not_write() {
        CommitmentId id = submit("k1").standing().id();
        world.directory.chairs(IOM.value(), GroupId.DEFAULT.value(), "2026-01-01", "2026-12-31");
        world.directory.shutOut(IOM.value());

        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> submit("k2"));
        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> revise(partner(IOM), id, "*", "Another"));
        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> move(partner(IOM), id, Say.CO_CHAIR, Step.ENDORSE));
        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> move(partner(IOM), id, Say.PARTNER, Step.SUSPEND));
        assertThat(world.commitments.events(id)).hasSize(1);
    }

    @Test
    void whoever_acts_for_no_organization_changes_nothing() {
        CommitmentId id = submit("k1").standing().id();

        assertProblem(HttpStatus.FORBIDDEN, "forbidden", () -> revise(caller(null, "observer"), id, "*", "Mine"));
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

    private String zoneOf(CommitmentFixture commitment) {
        return service.submit(partner(IOM), IOM, null, id -> commitment.command())
                .standing()
                .commitment()
                .promise()
                .timeZone()
                .getId();
    }

    private Standing revise(Caller caller, CommitmentId id, @Nullable String ifMatch, String title) {
        return service.change(
                caller,
                id,
                new Sent("commitment", null, ifMatch, title),
                Say.PARTNER,
                by -> new ReviseCommitment(by, title, null, null, null, null, null));
    }

    private Standing move(Caller caller, CommitmentId id, Say say, Step step) {
        return service.change(caller, id, new Sent("status", null, "*", step), say, step(step));
    }

    private static Function<Asker, CommitmentCommand> step(Step step) {
        return by -> new ChangeStatus(by, step, "For good reason.");
    }

    private static Function<Asker, CommitmentCommand> overriding() {
        return by -> new OverrideHealth(by, Health.State.ON_TRACK, LocalDate.of(2026, 12, 1), "Seen on site.");
    }

    private Standing addMilestone(CommitmentId id, Sent sent) {
        Milestone added = Milestone.planned(milestone(2), "Survey", LocalDate.of(2027, 1, 31), 1);
        return service.add(partner(IOM), id, sent, by -> new AddMilestone(by, added));
    }
}
