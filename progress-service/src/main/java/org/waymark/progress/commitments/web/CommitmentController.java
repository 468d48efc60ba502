package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.RequestHeaders.IDEMPOTENCY_KEY;
import static org.waymark.progress.commitments.web.RequestHeaders.checked;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.Page;
import org.waymark.progress.commitments.CommitmentQuery;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.CommitmentService.Say;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.DraftService;
import org.waymark.progress.commitments.Sent;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.web.CommitmentRequests.Revision;
import org.waymark.progress.commitments.web.CommitmentRequests.Submission;
import org.waymark.progress.directory.Directory;

/** {@code /api/commitments}: what is promised. */
@RestController
@RequestMapping("/api/commitments")
class CommitmentController {

    private final CommitmentService service;
    private final DraftService drafts;
    private final Commitments commitments;
    private final Directory directory;
    private final Validity validity;

    CommitmentController(
            CommitmentService service,
            DraftService drafts,
            Commitments commitments,
            Directory directory,
            Validity validity) {
        this.service = service;
        this.drafts = drafts;
        this.commitments = commitments;
        this.directory = directory;
        this.validity = validity;
    }

    /** A draft is kept as it is and answered with what to submit it by. */
    @PostMapping
    ResponseEntity<?> submit(
            @RequestBody Submission body,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Caller caller = Caller.current();
        if (Boolean.TRUE.equals(body.draft())) {
            return DraftView.created(drafts.ofCommitment(caller, checked(key), validity.write(body)), validity);
        }
        validity.valid(body);
        PartnerId lead = new PartnerId(caller.requireOrganization());
        return Answers.submitted(
                service.submit(caller, lead, checked(key), id -> CommandMapping.submission(body, lead, id))
                        .standing());
    }

    @GetMapping
    Page<CommitmentView> list(
            ListFilter filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        CommitmentQuery query = filter.query(cursor, partner -> directory.idsOf(partner, LocalDate.MAX));
        List<Standing> found = commitments.list(query, limit + 1);
        List<Standing> page = found.stream().limit(limit).toList();
        return new Page<>(
                page.stream().map(CommitmentView::of).toList(),
                found.size() > limit ? ListCursor.after(query, page.getLast()) : null);
    }

    @GetMapping("/{id}")
    ResponseEntity<CommitmentView> get(@PathVariable String id) {
        return Answers.read(commitments.find(new CommitmentId(id)).orElseThrow(() -> Problem.notFound("commitment")));
    }

    @PatchMapping("/{id}")
    ResponseEntity<CommitmentView> revise(
            @PathVariable String id,
            @RequestBody @Valid Revision body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("revisions", checked(key), ifMatch, body),
                Say.PARTNER,
                by -> CommandMapping.revision(body, by)));
    }
}
