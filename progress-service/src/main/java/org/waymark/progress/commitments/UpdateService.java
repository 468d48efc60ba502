package org.waymark.progress.commitments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.platform.Uuids;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.Asker;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentCommand;
import org.waymark.progress.commitments.domain.CommitmentCommand.AnswerReturn;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ResubmitUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReturnUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyUpdate;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Deciding;
import org.waymark.progress.commitments.domain.HealthRules;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Refusal;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.Report.Actual;
import org.waymark.progress.commitments.domain.UpdateId;

/** What partners say of their commitments, and what co-chairs say of that. */
@Service
public class UpdateService {

    /** A stored update and where it left its commitment. */
    public record Reported(UpdateId id, Standing standing) {}

    private final Commitments commitments;
    private final Authority authority;
    private final EvidenceRules evidence;
    private final HealthRules rules;
    private final Clock clock;

    UpdateService(
            Commitments commitments, Authority authority, EvidenceRules evidence, HealthRules rules, Clock clock) {
        this.commitments = commitments;
        this.authority = authority;
        this.evidence = evidence;
        this.rules = rules;
        this.clock = clock;
    }

    /** The id of the update that this partner posts on this commitment with this key. */
    public static UpdateId idOf(PartnerId partner, CommitmentId commitment, String idempotencyKey) {
        return new UpdateId(Uuids.of(partner.value(), "updates/" + commitment.value(), idempotencyKey)
                .toString());
    }

    /** Nothing that stands is changed by it: {@code If-Match} is heeded where it comes. */
    public Reported report(
            Caller caller,
            CommitmentId id,
            String idempotencyKey,
            @Nullable String ifMatch,
            Report report,
            @Nullable UpdateId supersedes) {
        PartnerId partner = authority.partner(caller);
        UpdateId update = idOf(partner, id, idempotencyKey);
        evidence.claim(partner, id, update, report);
        Object body = supersedes == null ? report : List.of(report, supersedes);
        CommandKey key = CommandKey.changing(partner.value(), "updates", idempotencyKey, body);
        Standing standing = change(
                caller,
                id,
                key,
                ifMatch,
                false,
                at -> new ReportProgress(update, authority.actingIn(at, partner, supersedes), report, supersedes));
        evidence.published(id, update, report);
        return new Reported(update, standing);
    }

    public Standing resubmit(Caller caller, CommitmentId id, UpdateId update, Sent sent, Report report) {
        PartnerId partner = authority.partner(caller);
        evidence.claim(partner, id, update, report);
        Standing standing = change(
                caller,
                id,
                key(partner, sent),
                sent.ifMatch(),
                true,
                at -> new ResubmitUpdate(update, authority.actingIn(at, partner, update), report));
        evidence.published(id, update, report);
        return standing;
    }

    /** @param found values that the reviewer found to be other than reported */
    public Standing verify(Caller caller, CommitmentId id, UpdateId update, Sent sent, List<Actual> found) {
        Asker by = authority.coChair(caller, clock.instant());
        PastUpdate read = commitments.update(id, update.value()).orElseThrow(() -> Problem.notFound("update"));
        return change(
                caller,
                id,
                key(by.organization(), sent),
                sent.ifMatch(),
                true,
                at -> new VerifyUpdate(update, authority.in(at, by), read.revision(), read.report(), found));
    }

    public Standing sendBack(Caller caller, CommitmentId id, UpdateId update, Sent sent, String reason) {
        Asker by = authority.coChair(caller, clock.instant());
        return change(
                caller,
                id,
                key(by.organization(), sent),
                sent.ifMatch(),
                true,
                at -> new ReturnUpdate(update, authority.in(at, by), reason));
    }

    /** A reply adds to the conversation and changes nothing that stands. */
    public Standing answer(Caller caller, CommitmentId id, UpdateId update, Sent sent, String answer) {
        PartnerId partner = authority.partner(caller);
        return change(
                caller,
                id,
                key(partner, sent),
                sent.ifMatch(),
                false,
                at -> new AnswerReturn(update, authority.actingIn(at, partner, update), answer));
    }

    private static CommandKey key(PartnerId partner, Sent sent) {
        return CommandKey.changing(partner.value(), sent.resource(), sent.key(), sent.body());
    }

    private Standing change(
            Caller caller,
            CommitmentId id,
            CommandKey key,
            @Nullable String ifMatch,
            boolean changes,
            Function<Commitment, CommitmentCommand> command) {
        Instant now = clock.instant();
        try {
            return commitments
                    .change(id, key, caller.client(), now, standing -> {
                        Standing found = CommitmentService.require(standing);
                        Commitment at = found.commitment();
                        var events = Deciding.decide(at, command.apply(at), now, rules);
                        if (changes || ifMatch != null) {
                            Problem.checkIfMatch(ifMatch, found.sequence());
                        }
                        return events;
                    })
                    .standing();
        } catch (Refusal refusal) {
            throw Refusals.problem(refusal);
        }
    }
}
