package org.waymark.progress.commitments.web;

import static org.waymark.progress.commitments.web.RequestHeaders.IDEMPOTENCY_KEY;
import static org.waymark.progress.commitments.web.RequestHeaders.checked;
import static org.waymark.progress.commitments.web.RequestHeaders.required;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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
import org.waymark.progress.commitments.domain.CommitmentCommand.AddIndicator;
import org.waymark.progress.commitments.domain.CommitmentCommand.AddPeriod;
import org.waymark.progress.commitments.domain.CommitmentCommand.CorrectActual;
import org.waymark.progress.commitments.domain.CommitmentId;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.web.Answers.Added;
import org.waymark.progress.commitments.web.CommitmentRequests.Correction;
import org.waymark.progress.commitments.web.CommitmentRequests.IndicatorBody;
import org.waymark.progress.commitments.web.CommitmentRequests.PeriodBody;

/** What is measured of a standing commitment. A correction needs {@code If-Match}; what adds, a key. */
@RestController
@RequestMapping("/api/commitments/{id}/indicators")
class IndicatorController {

    private final CommitmentService service;

    IndicatorController(CommitmentService service) {
        this.service = service;
    }

    @PostMapping
    ResponseEntity<Added> addIndicator(
            @PathVariable String id,
            @RequestBody @Valid IndicatorBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        String part = CommandMapping.partByKey(new CommitmentId(id), "indicators", required(key));
        Standing standing = service.add(
                Caller.current(),
                new CommitmentId(id),
                new Sent("indicators", checked(key), ifMatch, body),
                by -> new AddIndicator(by, CommandMapping.indicator(body, part, "")));
        return Answers.added(standing, "/indicators/" + part, part);
    }

    @PostMapping("/{indicator}/periods")
    ResponseEntity<Added> addPeriod(
            @PathVariable String id,
            @PathVariable String indicator,
            @RequestBody @Valid PeriodBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        String part = CommandMapping.partByKey(new CommitmentId(id), "periods/" + indicator, required(key));
        Standing standing = service.add(
                Caller.current(),
                new CommitmentId(id),
                new Sent("indicators/" + indicator + "/periods", checked(key), ifMatch, body),
                by -> new AddPeriod(by, new IndicatorId(indicator), CommandMapping.period(body, part, "")));
        return Answers.added(standing, "/indicators/" + indicator + "/periods/" + part, part);
    }

    @PostMapping("/{indicator}/periods/{period}/correction")
    ResponseEntity<CommitmentView> correct(
            @PathVariable String id,
            @PathVariable String indicator,
            @PathVariable String period,
            @RequestBody @Valid Correction body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String key) {
        Report.Actual actual = new Report.Actual(
                new IndicatorId(indicator),
                new PeriodId(period),
                ValueMapping.required(body.value(), "value"),
                ValueMapping.disaggregation(body.disaggregation(), "disaggregation"));
        return Answers.changed(service.change(
                Caller.current(),
                new CommitmentId(id),
                new Sent("indicators/" + indicator + "/periods/" + period, checked(key), ifMatch, body),
                Say.PARTNER,
                by -> new CorrectActual(by, actual, body.reason())));
    }
}
