package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.RequestHeaders.IDEMPOTENCY_KEY;
import static org.waymark.progress.commitments.web.RequestHeaders.checked;
import static org.waymark.progress.commitments.web.RequestHeaders.required;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.waymark.progress.commitments.DraftService;
import org.waymark.progress.commitments.Sent;
import org.waymark.progress.commitments.UpdateService;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.UpdateId;
import org.waymark.progress.commitments.web.UpdateRequests.Answer;
import org.waymark.progress.commitments.web.UpdateRequests.Return;
import org.waymark.progress.commitments.web.UpdateRequests.Update;
import org.waymark.progress.commitments.web.UpdateRequests.Verification;

/** {@code /api/commitments/{id}/updates}: what partners say, and what is said of that. */
@RestController
@RequestMapping("/api/commitments/{id}/updates")
class UpdateController {

    private final UpdateService service;
    private final DraftService drafts;
    private final UpdateReading reading;
    private final Validity validity;

    UpdateController(UpdateService service, DraftService drafts, UpdateReading reading, Validity validity) {
        this.service = service;
        this.drafts = drafts;
        this.reading = reading;
        this.validity = validity;
    }

    /** A draft is kept as it is and answered with what to submit it by. */
    @PostMapping
    ResponseEntity<?> report(
            @PathVariable String id,
            @RequestBody Update body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Caller caller = Caller.current();
        CommitmentId commitment = new CommitmentId(id);
        if (Boolean.TRUE.equals(body.draft())) {
            return DraftView.created(
                    drafts.ofUpdate(caller, commitment, checked(key), validity.write(body), body.files()), validity);
        }
        validity.valid(body);
        return Answers.reported(service.report(
                caller, commitment, required(key), ifMatch, ReportMapping.report(body), superseded(body)));
    }

    static @Nullable UpdateId superseded(Update body) {
        return body.supersedes() == null ? null : new UpdateId(body.supersedes());
    }

    @GetMapping
    Page<UpdateView> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        Page.checkLimit(limit);
        return reading.page(Caller.current(), new CommitmentId(id), limit, cursor);
    }

    @GetMapping("/{update}")
    UpdateView get(@PathVariable String id, @PathVariable String update) {
        return reading.one(Caller.current(), new CommitmentId(id), update)
                .orElseThrow(() -> Problem.notFound("update"));
    }

    /** What the caller's organization said last, as a body to start from; without claims and evidence. */
    @GetMapping("/template")
    Update template(@PathVariable String id) {
        return reading.template(new CommitmentId(id), Caller.current().requireOrganization());
    }

    @PostMapping("/{update}/verification")
    ResponseEntity<CommitmentView> verify(
            @PathVariable String id,
            @PathVariable String update,
            @RequestBody(required = false) @Valid @Nullable Verification body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Verification given = Objects.requireNonNullElse(body, Verification.AS_REPORTED);
        return Answers.changed(service.verify(
                Caller.current(),
                new CommitmentId(id),
                new UpdateId(update),
                new Sent("updates/" + update + "/verification", checked(key), ifMatch, given),
                ReportMapping.actuals(given.actuals())));
    }

    @PostMapping("/{update}/return")
    ResponseEntity<CommitmentView> sendBack(
            @PathVariable String id,
            @PathVariable String update,
            @RequestBody @Valid Return body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Answers.changed(service.sendBack(
                Caller.current(),
                new CommitmentId(id),
                new UpdateId(update),
                new Sent("updates/" + update + "/return", checked(key), ifMatch, body),
                body.reason()));
    }

    /** The right of reply: what the author says to a return is published beside it. */
    @PostMapping("/{update}/answer")
    ResponseEntity<CommitmentView> answer(
            @PathVariable String id,
            @PathVariable String update,
            @RequestBody @Valid Answer body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Answers.changed(service.answer(
                Caller.current(),
                new CommitmentId(id),
                new UpdateId(update),
                new Sent("updates/" + update + "/answer", checked(key), ifMatch, body),
                body.text()));
    }

    /** A new revision in place of the one that was returned: all of what it says, not the difference. */
    @PostMapping("/{update}/resubmission")
    ResponseEntity<CommitmentView> resubmit(
            @PathVariable String id,
            @PathVariable String update,
            @RequestBody @Valid Update body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        if (body.draft() != null || body.supersedes() != null) {
            throw Problem.invalid(
                    body.draft() != null ? "draft" : "supersedes", "A resubmission takes the place of its own update.");
        }
        return Answers.changed(service.resubmit(
                Caller.current(),
                new CommitmentId(id),
                new UpdateId(update),
                new Sent("updates/" + update + "/resubmission", checked(key), ifMatch, body),
                ReportMapping.report(body)));
    }
}
