package org.waymark.progress.commitments.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.progress.Page;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.Draft;
import org.waymark.progress.commitments.DraftService;
import org.waymark.progress.commitments.UpdateService;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.web.CommitmentRequests.Submission;
import org.waymark.progress.commitments.web.UpdateRequests.Update;
import tools.jackson.databind.JsonNode;

/** {@code /api/drafts}: what the caller's organization has begun to write; nobody else sees it. */
@RestController
@RequestMapping("/api/drafts")
class DraftController {

    private final DraftService drafts;
    private final CommitmentService commitments;
    private final UpdateService updates;
    private final Validity validity;

    DraftController(DraftService drafts, CommitmentService commitments, UpdateService updates, Validity validity) {
        this.drafts = drafts;
        this.commitments = commitments;
        this.updates = updates;
        this.validity = validity;
    }

    @GetMapping
    Page<DraftView.Listed> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        List<Draft.Head> found = drafts.list(Caller.current(), cursor, limit + 1);
        List<DraftView.Listed> items =
                found.stream().limit(limit).map(DraftView.Listed::of).toList();
        return new Page<>(items, found.size() > limit ? items.getLast().id() : null);
    }

    @GetMapping("/{id}")
    ResponseEntity<DraftView> get(@PathVariable String id) {
        return DraftView.read(drafts.get(Caller.current(), id), validity);
    }

    /** All of what it says now, in place of what it said. */
    @PutMapping("/{id}")
    ResponseEntity<DraftView> save(
            @PathVariable String id,
            @RequestBody JsonNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Caller caller = Caller.current();
        Draft saved = switch (drafts.get(caller, id).kind()) {
            case COMMITMENT -> {
                Submission read = validity.read(body, Submission.class);
                yield drafts.save(caller, id, ifMatch, validity.write(read), List.of());
            }
            case UPDATE -> {
                Update read = validity.read(body, Update.class);
                yield drafts.save(caller, id, ifMatch, validity.write(read), read.files());
            }
        };
        return DraftView.read(saved, validity);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        drafts.remove(Caller.current(), id);
        return ResponseEntity.noContent().build();
    }

    /** Answered as if the draft's body had just been posted; repeated within a day, it is answered the same. */
    @PostMapping("/{id}/submission")
    ResponseEntity<?> submit(@PathVariable String id) {
        Caller caller = Caller.current();
        Draft draft = drafts.toSubmit(caller, id);
        ResponseEntity<?> answer = switch (draft.kind()) {
            case COMMITMENT -> Answers.submitted(submitCommitment(caller, draft));
            case UPDATE -> Answers.reported(submitUpdate(caller, draft));
        };
        drafts.submitted(draft);
        return answer;
    }

    private Standing submitCommitment(Caller caller, Draft draft) {
        Submission body = validity.valid(validity.read(draft, Submission.class));
        PartnerId lead = new PartnerId(draft.organization());
        return commitments
                .submit(caller, lead, draft.key(), id -> CommandMapping.submission(body, lead, id))
                .standing();
    }

    private UpdateService.Reported submitUpdate(Caller caller, Draft draft) {
        Update body = validity.valid(validity.read(draft, Update.class));
        return updates.report(
                caller,
                new CommitmentId(String.valueOf(draft.commitment())),
                draft.key(),
                null,
                ReportMapping.report(body),
                UpdateController.superseded(body));
    }
}
