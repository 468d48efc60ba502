package org.waymark.progress.commitments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;

/** What an organization has begun to write and not submitted yet. */
@Service
public class DraftService {

    private static final Logger log = LoggerFactory.getLogger(DraftService.class);
    private static final int MOST_OF_ONE = 500;
    private static final int LONGEST = 400 * 1024;
    private static final Duration REPEATABLE = Duration.ofDays(1);

    private final Drafts drafts;
    private final Commitments commitments;
    private final Authority authority;
    private final EvidenceRules evidence;
    private final Clock clock;

    DraftService(Drafts drafts, Commitments commitments, Authority authority, EvidenceRules evidence, Clock clock) {
        this.drafts = drafts;
        this.commitments = commitments;
        this.authority = authority;
        this.evidence = evidence;
        this.clock = clock;
    }

    public Draft ofCommitment(Caller caller, @Nullable String idempotencyKey, String body) {
        PartnerId partner = authority.partner(caller);
        String key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
        String id = CommitmentService.idOf(partner, key).value();
        if (commitments.find(new CommitmentId(id)).isPresent()) {
            throw keyReused();
        }
        return begin(Draft.begun(id, Draft.Kind.COMMITMENT, partner, null, key, body, now()));
    }

    /** @param files of evidence that it names */
    public Draft ofUpdate(
            Caller caller, CommitmentId commitment, @Nullable String idempotencyKey, String body, List<String> files) {
        PartnerId partner = authority.partner(caller);
        Standing standing = commitments.find(commitment).orElseThrow(() -> Problem.notFound("commitment"));
        Promise promise = standing.commitment().promise();
        if (!promise.isOf(authority.actingIn(standing.commitment(), partner, null))) {
            throw Problem.notFound("commitment");
        }
        String key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
        String id = UpdateService.idOf(partner, commitment, key).value();
        if (commitments.update(commitment, id).isPresent()) {
            throw keyReused();
        }
        evidence.keep(partner.value(), commitment.value(), id, files);
        return begin(Draft.begun(id, Draft.Kind.UPDATE, partner, commitment, key, body, now()));
    }

    private Draft begin(Draft draft) {
        checkSize(draft.body());
        boolean another = drafts.find(draft.id()).isEmpty();
        if (another && drafts.count(draft.organization(), MOST_OF_ONE) == MOST_OF_ONE) {
            throw Problem.conflict(
                    "too-many-drafts", "Your organization keeps " + MOST_OF_ONE + " drafts; delete some first.");
        }
        if (keep(draft)) {
            return draft;
        }
        Draft standing = own(draft.organization(), draft.id());
        if (!standing.body().equals(draft.body())) {
            throw keyReused();
        }
        return standing;
    }

    /** @throws Problem 404 for what another organization writes, and for what is submitted */
    public Draft get(Caller caller, String id) {
        return own(authority.partner(caller).value(), id);
    }

    public List<Draft.Head> list(Caller caller, @Nullable String after, int limit) {
        return drafts.of(authority.partner(caller).value(), after, limit);
    }

    /** @param files of evidence that it names now */
    public Draft save(Caller caller, String id, @Nullable String ifMatch, String body, List<String> files) {
        checkSize(body);
        Draft standing = get(caller, id);
        Problem.checkIfMatch(ifMatch, standing.version());
        if (standing.commitment() != null) {
            evidence.keep(standing.organization(), standing.commitment(), id, files);
        }
        Draft saved = standing.saved(body, now());
        if (!keep(saved)) {
            Problem.checkIfMatch("\"\"", get(caller, id).version());
        }
        return saved;
    }

    public void remove(Caller caller, String id) {
        drafts.remove(get(caller, id).id());
    }

    /**
     * What to submit: a draft, or what was one until a short time ago, so that whoever missed the answer may ask again.
     *
     * @throws Problem 404 as {@link #get} does
     */
    public Draft toSubmit(Caller caller, String id) {
        Instant since = now().minus(REPEATABLE);
        return of(authority.partner(caller).value(), id)
                .filter(draft ->
                        draft.submittedAt() == null || draft.submittedAt().isAfter(since))
                .orElseThrow(() -> Problem.notFound("draft"));
    }

    /** Told once what it says stands. Where it was changed meanwhile, it stays a draft: no edit is lost. */
    public void submitted(Draft draft) {
        if (!draft.isSubmitted() && !drafts.save(draft.submitted(now()))) {
            log.info("draft changed while it was submitted: id={} version={}", draft.id(), draft.version());
        }
    }

    private boolean keep(Draft draft) {
        drafts.removeSubmittedBefore(draft.organization(), now().minus(REPEATABLE));
        return drafts.save(draft);
    }

    private Draft own(String organization, String id) {
        return of(organization, id).filter(draft -> !draft.isSubmitted()).orElseThrow(() -> Problem.notFound("draft"));
    }

    private Optional<Draft> of(String organization, String id) {
        return drafts.find(id).filter(draft -> draft.organization().equals(organization));
    }

    /** As exact as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void checkSize(String body) {
        if (body.length() > LONGEST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A draft is at most 400 KB.");
        }
    }

    private static Problem keyReused() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-reused",
                "This was sent before with another body. Use a new Idempotency-Key for a new request.");
    }
}
