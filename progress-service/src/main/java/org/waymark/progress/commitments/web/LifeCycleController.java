package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.RequestHeaders.IDEMPOTENCY_KEY;
import static org.waymark.progress.commitments.web.RequestHeaders.checked;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.CommitmentService.Say;
import org.waymark.progress.commitments.Sent;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentCommand.LiftOverride;
import org.waymark.progress.commitments.domain.CommitmentCommand.OverrideHealth;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.LifeCycle.Step;
import org.waymark.progress.commitments.web.CommitmentRequests.Override;
import org.waymark.progress.commitments.web.CommitmentRequests.Reason;

/** The life of a commitment, and a co-chair's view of its health. Every step needs {@code If-Match}. */
@RestController
@RequestMapping("/api/commitments/{id}")
class LifeCycleController {

    private final CommitmentService service;

    LifeCycleController(CommitmentService service) {
        this.service = service;
    }

    @PostMapping("/endorsement")
    ResponseEntity<CommitmentView> endorse(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return step(id, Step.ENDORSE, Say.CO_CHAIR, body, ifMatch, key);
    }

    @PostMapping("/implementation")
    ResponseEntity<CommitmentView> start(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return step(id, Step.START, Say.PARTNER, body, ifMatch, key);
    }

    @PostMapping("/completion")
    ResponseEntity<CommitmentView> complete(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return step(id, Step.COMPLETE, Say.PARTNER, body, ifMatch, key);
    }

    @PostMapping("/withdrawal")
    ResponseEntity<CommitmentView> withdraw(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return step(id, Step.WITHDRAW, Say.PARTNER, body, ifMatch, key);
    }

    @PostMapping("/suspension")
    ResponseEntity<CommitmentView> suspend(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return step(id, Step.SUSPEND, Say.PARTNER, body, ifMatch, key);
    }

    @PostMapping("/resumption")
    ResponseEntity<CommitmentView> resume(
            @PathVariable String id,
            @RequestBody(required = false) @Valid @Nullable Reason body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return step(id, Step.RESUME, Say.PARTNER, body, ifMatch, key);
    }

    @PutMapping("/health-override")
    ResponseEntity<CommitmentView> override(
            @PathVariable String id,
            @RequestBody @Valid Override body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Health.State state = Kebab.parse(Health.State.class, body.status()).orElseThrow();
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("health-override", checked(key), ifMatch, body),
                Say.CO_CHAIR,
                by -> new OverrideHealth(by, state, body.until(), body.reason())));
    }

    @DeleteMapping("/health-override")
    ResponseEntity<CommitmentView> lift(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("health-override/lifted", checked(key), ifMatch, ""),
                Say.CO_CHAIR,
                LiftOverride::new));
    }

    private ResponseEntity<CommitmentView> step(
            String id, Step step, Say say, @Nullable Reason body, @Nullable String ifMatch, @Nullable String key) {
        Reason given = Objects.requireNonNullElse(body, Reason.NONE);
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("life-cycle/" + Kebab.of(step), checked(key), ifMatch, given),
                say,
                by -> new ChangeStatus(by, step, given.reason())));
    }
}
