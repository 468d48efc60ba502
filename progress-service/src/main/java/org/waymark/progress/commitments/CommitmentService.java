package org.waymark.progress.commitments;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.platform.Uuids;
import org.waymark.progress.commitments.Commitments.Outcome;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.Asker;
import org.waymark.progress.commitments.domain.CommitmentCommand;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Deciding;
import org.waymark.progress.commitments.domain.HealthRules;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Refusal;
import org.waymark.progress.directory.Directory;

/**
 * What can be done with commitments: authorizes, reads the clock once, lets the domain decide, stores. What is said of
 * them stands in {@link UpdateService}, what time does to them in {@link TimeService}.
 */
@Service
public class CommitmentService {

    private final Commitments commitments;
    private final Authority authority;
    private final Directory directory;
    private final HealthRules rules;
    private final Clock clock;

    CommitmentService(
            Commitments commitments, Authority authority, Directory directory, HealthRules rules, Clock clock) {
        this.commitments = commitments;
        this.authority = authority;
        this.directory = directory;
        this.rules = rules;
        this.clock = clock;
    }

    /** Whose say over a change it is; which partner or co-chair, the domain asks. */
    public enum Say {
        /** A partner's, and a co-chair's, too, while the directory is known to be current. */
        PARTNER,
        CO_CHAIR
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
        authority.active(lead);
        String key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
        CommitmentId id = idOf(lead, key);
        SubmitCommitment submit = command.apply(id);
        SubmitCommitment atHome = atHome(submit);
        // What the secretariat brought in for a partner stays the same when the partner brings it in itself.
        CommandKey commandKey = CommandKey.creating(lead.value(), key, submit.by(Actor.PARTNER));
        try {
            return commitments.change(
                    id, commandKey, caller.client(), clock.instant(), standing -> Deciding.submit(atHome));
        } catch (Refusal refusal) {
            throw Refusals.problem(refusal);
        }
    }

    /** Where it names no time zone, its days are those of its lead partner. */
    private SubmitCommitment atHome(SubmitCommitment submit) {
        if (!submit.promise().timeZone().equals(ZoneOffset.UTC)) {
            return submit;
        }
        return directory
                .timeZone(submit.promise().lead().value())
                .map(zone -> submit.in(zone))
                .orElse(submit);
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
        authority.active(lead);
        CommandKey key = CommandKey.creating(lead.value(), idempotencyKey, submit.by(Actor.PARTNER));
        try {
            return commitments
                    .rehearse(
                            idOf(lead, idempotencyKey),
                            key,
                            caller.client(),
                            clock.instant(),
                            standing -> Deciding.submit(submit))
                    .repeated();
        } catch (Refusal refusal) {
            throw Refusals.problem(refusal);
        }
    }

    /** Changes what stands; needs {@code If-Match}. */
    public Standing change(
            Caller caller, CommitmentId id, Sent sent, Say say, Function<Asker, CommitmentCommand> command) {
        return decide(caller, id, sent, say, command, true);
    }

    /** Adds something; {@code If-Match} is heeded where it comes. */
    public Standing add(Caller caller, CommitmentId id, Sent sent, Function<Asker, CommitmentCommand> command) {
        return decide(caller, id, sent, Say.PARTNER, command, false);
    }

    private Standing decide(
            Caller caller,
            CommitmentId id,
            Sent sent,
            Say say,
            Function<Asker, CommitmentCommand> command,
            boolean changes) {
        Instant now = clock.instant();
        Asker by = asker(caller, say, now);
        CommitmentCommand own = command.apply(by);
        CommandKey key = CommandKey.changing(by.organization().value(), sent.resource(), sent.key(), sent.body());
        try {
            return commitments
                    .change(id, key, caller.client(), now, standing -> {
                        Standing found = require(standing);
                        Asker known = authority.in(found.commitment(), by);
                        CommitmentCommand asked = known.equals(by) ? own : command.apply(known);
                        List<CommitmentEvent> events = Deciding.decide(found.commitment(), asked, now, rules);
                        if (changes || sent.ifMatch() != null) {
                            Problem.checkIfMatch(sent.ifMatch(), found.sequence());
                        }
                        return events;
                    })
                    .standing();
        } catch (Refusal refusal) {
            if (say == Say.PARTNER && Refusals.isForWantOfAPart(refusal)) {
                commitments
                        .find(id)
                        .ifPresent(found -> authority.requireKnown(
                                by, found.commitment().promise().group(), now));
            }
            throw Refusals.problem(refusal);
        }
    }

    private Asker asker(Caller caller, Say say, Instant now) {
        return switch (say) {
            case PARTNER -> authority.partnerOrCoChair(caller, now);
            case CO_CHAIR -> authority.coChair(caller, now);
        };
    }

    static Standing require(@Nullable Standing standing) {
        if (standing == null) {
            throw Problem.notFound("commitment");
        }
        return standing;
    }
}
