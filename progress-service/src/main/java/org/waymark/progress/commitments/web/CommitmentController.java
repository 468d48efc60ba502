package org.waymark.progress.commitments.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.waymark.platform.Caller;
import org.waymark.platform.Problem;
import org.waymark.progress.Page;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.Commitments;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseCommitment;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.web.CommitmentRequests.Revision;
import org.waymark.progress.commitments.web.CommitmentRequests.Submission;
import org.waymark.progress.commitments.web.CommitmentRequests.Update;
import org.waymark.progress.commitments.web.CommitmentView.UpdateView;

/** {@code /api/commitments}. */
@RestController
@RequestMapping("/api/commitments")
class CommitmentController {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** What a posted update is answered with. {@code sequence} is for {@code ?atLeast=} and {@code If-Match}. */
    record Reported(String id, String commitmentId, long sequence) {}

    private final CommitmentService service;
    private final Commitments commitments;

    CommitmentController(CommitmentService service, Commitments commitments) {
        this.service = service;
        this.commitments = commitments;
    }

    @PostMapping
    ResponseEntity<CommitmentView> submit(
            @RequestBody @Valid Submission body,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        refuseDraft(body.draft());
        Caller caller = Caller.current();
        PartnerId lead = new PartnerId(caller.requireOrganization());
        Standing standing = service.submit(caller, lead, checked(key), id -> CommandMapping.submission(body, lead, id))
                .standing();
        return ResponseEntity.created(
                        URI.create("/api/commitments/" + standing.id().value()))
                .eTag(Problem.etag(standing.sequence()))
                .body(CommitmentView.of(standing));
    }

    @GetMapping
    Page<CommitmentView> list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page.checkLimit(limit);
        List<Standing> found = commitments.list(partner, group, cursor, limit + 1);
        boolean more = found.size() > limit;
        List<CommitmentView> items =
                found.stream().limit(limit).map(CommitmentView::of).toList();
        return new Page<>(items, more ? items.getLast().id() : null);
    }

    @GetMapping("/{id}")
    ResponseEntity<CommitmentView> get(@PathVariable String id) {
        Standing standing = find(id);
        return ResponseEntity.ok()
                .eTag(Problem.etag(standing.sequence()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(CommitmentView.of(standing));
    }

    @PatchMapping("/{id}")
    ResponseEntity<CommitmentView> revise(
            @PathVariable String id,
            @RequestBody @Valid Revision body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Standing standing = service.revise(
                Caller.current(),
                new CommitmentId(id),
                checked(key),
                ifMatch,
                empty -> new ReviseCommitment(
                        empty.partner(), stripped(body.title()), body.description(), body.start(), body.end()));
        return ResponseEntity.ok().eTag(Problem.etag(standing.sequence())).body(CommitmentView.of(standing));
    }

    @PostMapping("/{id}/updates")
    ResponseEntity<Reported> report(
            @PathVariable String id,
            @RequestBody @Valid Update body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        refuseDraft(body.draft());
        if (key == null) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-required",
                    "Send an Idempotency-Key, a new one for each update, so that a retry is stored once.");
        }
        CommitmentService.Reported reported = service.report(
                Caller.current(), new CommitmentId(id), check(key), ifMatch, CommandMapping.report(body));
        Standing standing = reported.standing();
        String location = "/api/commitments/" + id + "/updates/" + reported.id().value();
        return ResponseEntity.created(URI.create(location))
                .eTag(Problem.etag(standing.sequence()))
                .body(new Reported(reported.id().value(), standing.id().value(), standing.sequence()));
    }

    @GetMapping("/{id}/updates")
    Page<UpdateView> updates(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        Page.checkLimit(limit);
        Standing standing = find(id);
        long before = cursor == null ? standing.sequence() + 1 : Math.min(cursor, standing.sequence() + 1);
        List<UpdateView> found = commitments.updates(standing.id(), before, limit + 1).stream()
                .map(update -> CommitmentView.update(id, update))
                .toList();
        List<UpdateView> items = found.stream().limit(limit).toList();
        return new Page<>(items, found.size() > limit ? "" + items.getLast().sequence() : null);
    }

    @GetMapping("/{id}/updates/{update}")
    UpdateView update(@PathVariable String id, @PathVariable String update) {
        return commitments
                .update(new CommitmentId(id), update)
                .map(one -> CommitmentView.update(id, one))
                .orElseThrow(() -> Problem.notFound("update"));
    }

    private Standing find(String id) {
        return commitments.find(new CommitmentId(id)).orElseThrow(() -> Problem.notFound("commitment"));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static @Nullable String checked(@Nullable String key) {
        return key == null ? null : check(key);
    }

    private static String check(String key) {
        if (key.isBlank() || key.length() > 200) {
            throw Problem.invalid(IDEMPOTENCY_KEY, "1 to 200 characters.");
        }
        return key;
    }

    private static void refuseDraft(@Nullable Boolean draft) {
        if (Boolean.TRUE.equals(draft)) {
            throw Problem.invalid("draft", "Drafts cannot be kept yet; send it without this field to submit it.");
        }
    }
}
