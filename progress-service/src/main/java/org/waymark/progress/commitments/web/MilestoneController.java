package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.RequestHeaders.IDEMPOTENCY_KEY;
import static org.waymark.progress.commitments.web.RequestHeaders.checked;
import static org.waymark.progress.commitments.web.RequestHeaders.required;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.CommitmentService.Say;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.Sent;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.CancelMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.MissMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyMilestone;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.web.Answers.Added;
import org.waymark.progress.commitments.web.CommitmentRequests.MilestoneBody;
import org.waymark.progress.commitments.web.CommitmentRequests.MilestoneRevision;
import org.waymark.progress.commitments.web.CommitmentRequests.Reason;

/** Milestones of a standing commitment. What changes them needs {@code If-Match}; what adds, a key. */
@RestController
@RequestMapping("/api/commitments/{id}/milestones")
class MilestoneController {

    private final CommitmentService service;

    MilestoneController(CommitmentService service) {
        this.service = service;
    }

    @PostMapping
    ResponseEntity<Added> addMilestone(
            @PathVariable String id,
            @RequestBody @Valid MilestoneBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        String part = CommandMapping.partByKey(new CommitmentId(id), "milestones", required(key));
        Standing standing = service.add(
                Caller.current(),
                new CommitmentId(id),
                new Sent("milestones", checked(key), ifMatch, body),
                by -> new AddMilestone(by, CommandMapping.milestone(body, part)));
        return Answers.added(standing, "/milestones/" + part, part);
    }

    @PatchMapping("/{milestone}")
    ResponseEntity<CommitmentView> reviseMilestone(
            @PathVariable String id,
            @PathVariable String milestone,
            @RequestBody @Valid MilestoneRevision body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        String title = body.title();
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("milestones/" + milestone, checked(key), ifMatch, body),
                Say.PARTNER,
                by -> new ReviseMilestone(
                        by,
                        new MilestoneId(milestone),
                        title == null ? null : title.strip(),
                        body.weight(),
                        body.due(),
                        body.reason())));
    }

    @PostMapping("/{milestone}/verification")
    ResponseEntity<CommitmentView> verifyMilestone(
            @PathVariable String id,
            @PathVariable String milestone,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("milestones/" + milestone + "/verification", checked(key), ifMatch, ""),
                Say.CO_CHAIR,
                by -> new VerifyMilestone(by, new MilestoneId(milestone))));
    }

    @PostMapping("/{milestone}/miss")
    ResponseEntity<CommitmentView> missMilestone(
            @PathVariable String id,
            @PathVariable String milestone,
            @RequestBody @Valid Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("milestones/" + milestone + "/miss", checked(key), ifMatch, body),
                Say.PARTNER,
                by -> new MissMilestone(by, new MilestoneId(milestone), orEmpty(body))));
    }

    @PostMapping("/{milestone}/cancellation")
    ResponseEntity<CommitmentView> cancelMilestone(
            @PathVariable String id,
            @PathVariable String milestone,
            @RequestBody @Valid Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("milestones/" + milestone + "/cancellation", checked(key), ifMatch, body),
                Say.PARTNER,
                by -> new CancelMilestone(by, new MilestoneId(milestone), orEmpty(body))));
    }

    private static String orEmpty(Reason body) {
        return Objects.requireNonNullElse(body.reason(), "");
    }
}
