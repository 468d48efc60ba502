package org.waymark.progress.commitments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.waymark.platform.Caller;
import org.waymark.platform.Problem;
import org.waymark.platform.Uuids;
import org.waymark.progress.commitments.Commitments.Outcome;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordDeadlines;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Refusal;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.UpdateId;
import org.waymark.progress.directory.Directory;

/** What can be done with commitments: authorizes, reads the clock once, lets the domain decide, stores. */
@Service
public class CommitmentService {

    private static final Logger log = LoggerFactory.getLogger(CommitmentService.class);
    private static final int DEADLINES_AT_ONCE = 256;

    /** A stored update and where it left its commitment. */
    public record Reported(UpdateId id, Standing standing) {}

    private final Commitments commitments;
    private final Directory directory;
    private final Clock clock;

    CommitmentService(Commitments commitments, Directory directory, Clock clock) {
        this.commitments = commitments;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Submits a commitment of {@code lead}; {@code command} is handed the new id, of which the ids of milestones and
     * indicators are made.
     */
    public Outcome submit(
            Caller caller,
            PartnerId lead,
            @Nullable String idempotencyKey,
            Function<CommitmentId, SubmitCommitment> command) {
        requireActive(lead);
        Instant now = clock.instant();
        String key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
        CommitmentId id = idOf(lead, key);
        SubmitCommitment submit = command.apply(id);
        // What the secretariat brought in for a partner stays the same when the partner brings it in itself.
        return change(
                id,
                CommandKey.creating(lead.value(), key, submit.by(Actor.PARTNER)),
                caller.client(),
                now,
                standing -> Commitment.submit(submit));
    }

    /** The id of what this partner creates with this key. */
    public static CommitmentId idOf(PartnerId lead, String idempotencyKey) {
        return new CommitmentId(
                Uuids.of(lead.value(), "commitments", idempotencyKey).toString());
    }

    /**
     * Checks a submission as {@link #submit} would, without storing it.
     *
     * @return whether it stands already
     * @throws Problem as {@link #submit} would
     */
    public boolean wouldRepeat(Caller caller, PartnerId lead, String idempotencyKey, SubmitCommitment submit) {
        requireActive(lead);
        CommandKey key = CommandKey.creating(lead.value(), idempotencyKey, submit.by(Actor.PARTNER));
        try {
            return commitments
                    .rehearse(
                            idOf(lead, idempotencyKey),
                            key,
                            caller.client(),
                            clock.instant(),
                            standing -> Commitment.submit(submit))
                    .repeated();
        } catch (Refusal refusal) {
            throw problem(refusal);
        }
    }

    public Reported report(
            Caller caller, CommitmentId id, String idempotencyKey, @Nullable String ifMatch, Report report) {
        PartnerId partner = new PartnerId(caller.requireOrganization());
        requireActive(partner);
        Instant now = clock.instant();
        UpdateId update = new UpdateId(Uuids.of(partner.value(), "updates/" + id.value(), idempotencyKey)
                .toString());
        CommandKey key = CommandKey.changing(partner.value(), "updates", idempotencyKey, report);
        Outcome after = change(id, key, caller.client(), now, standing -> {
            Standing found = require(standing);
            List<CommitmentEvent> events = found.commitment().report(new ReportProgress(update, partner, report), now);
            if (ifMatch != null) {
                Problem.checkIfMatch(ifMatch, found.sequence());
            }
            return events;
        });
        return new Reported(update, after.standing());
    }

    public Standing revise(
            Caller caller,
            CommitmentId id,
            @Nullable String idempotencyKey,
            @Nullable String ifMatch,
            UnaryOperator<ReviseCommitment> fields) {
        PartnerId partner = new PartnerId(caller.requireOrganization());
        requireActive(partner);
        ReviseCommitment revise = fields.apply(new ReviseCommitment(partner, null, null, null, null));
        CommandKey key = CommandKey.changing(partner.value(), "revisions", idempotencyKey, revise);
        Outcome after = change(id, key, caller.client(), clock.instant(), standing -> {
            Standing found = require(standing);
            List<CommitmentEvent> events = found.commitment().revise(revise);
            Problem.checkIfMatch(ifMatch, found.sequence());
            return events;
        });
        return after.standing();
    }

    /** Records what time alone has changed; the loser of two instances finds it done. */
    @Scheduled(fixedDelayString = "${waymark.deadlines.every:10s}")
    void recordDeadlines() {
        Instant now = clock.instant();
        try {
            commitments.due(now, DEADLINES_AT_ONCE).forEach(due -> recordDeadlines(due, now));
        } catch (RuntimeException e) {
            log.warn("deadlines not looked for now, they will be next time: {}", e.toString());
        }
    }

    /** One that fails keeps no other waiting. */
    private void recordDeadlines(CommitmentId due, Instant now) {
        try {
            change(
                    due,
                    CommandKey.tick(),
                    "clock",
                    now,
                    standing -> require(standing).commitment().recordDeadlines(new RecordDeadlines(), now));
        } catch (RuntimeException e) {
            log.warn(
                    "deadlines not recorded now, they will be next time: commitment={} cause={}",
                    due.value(),
                    e.toString());
        }
    }

    private Outcome change(
            CommitmentId id,
            CommandKey key,
            String client,
            Instant now,
            Function<@Nullable Standing, List<CommitmentEvent>> decide) {
        try {
            return commitments.change(id, key, client, now, decide);
        } catch (Refusal refusal) {
            throw problem(refusal);
        }
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> Problem.invalid(refusal.subject(), refusal.sentence());
            case RULE -> Problem.conflict(refusal.subject(), refusal.sentence());
            case NOT_YOURS -> Problem.notFound("commitment");
        };
    }

    /** Absence from the directory refuses nobody; a recorded suspension does. */
    private void requireActive(PartnerId partner) {
        if (directory.isShutOut(partner.value())) {
            throw Problem.forbidden(
                    "Your organization's participation is suspended or has ended; ask the secretariat.");
        }
    }

    private static Standing require(@Nullable Standing standing) {
        if (standing == null) {
            throw Problem.notFound("commitment");
        }
        return standing;
    }
}
