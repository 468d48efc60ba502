package org.waymark.edge;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns every refusal and failure into one RFC 9457 problem document; nothing internal shows in it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after those that know one exception better
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String TYPE = "urn:waymark:problem:";

    static ProblemDetail document(Problem problem) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
        document.setType(URI.create(TYPE + problem.type()));
        if (!problem.fields().isEmpty()) {
            document.setProperty("fields", problem.fields());
        }
        return document;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Problem problem) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return new ResponseEntity<>(document(problem), headers, problem.status());
    }

    /** A body that is read as a stream breaks where it is read, not before. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> streamBroke(UncheckedIOException e) {
        return e.getCause() instanceof BodyLimit.Exceeded ? problem(BodyLimit.tooLarge()) : unexpected(e);
    }

    /** A query or a form that cannot be decoded is found out about where somebody first asks for a parameter. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e) {
        return problem(malformed("The query or the form cannot be decoded as UTF-8."));
    }

    /** What the firewall has against a parameter it says just as late. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notLetIn(RequestRejectedException e) {
        return problem(malformed("The query or the form is not well-formed."));
    }

    /** Of a number that no memory would hold the parser of JSON speaks in no exception of its own. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> noSuchNumber(NumberFormatException e) {
        return e.getStackTrace().length > 0
                        && e.getStackTrace()[0].getClassName().startsWith("tools.jackson.")
                ? problem(malformed("The body holds a number that is too large."))
                : unexpected(e);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
        log.error("unexpected failure", e);
        return problem(Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side. It has been logged."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Problem.Field> fields = e.getBindingResult().getAllErrors().stream()
                .map(error -> new Problem.Field(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
        return widen(problem(Problem.invalid(fields)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return widen(problem(problem));
            }
            if (cause instanceof BodyLimit.Exceeded) {
                return widen(problem(BodyLimit.tooLarge()));
            }
        }
        return widen(problem(unreadable(e.getCause())));
    }

    private static Problem unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(path(unknown), "This field is not known here.");
        }
        if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return Problem.invalid(path(wrong), "This value is not of the kind this field takes.");
        }
        String where = cause instanceof JacksonException json && json.getLocation() != null
                ? " (line %d, column %d)"
                        .formatted(
                                json.getLocation().getLineNr(),
                                json.getLocation().getColumnNr())
                : "";
        return malformed("The body is missing or not well-formed JSON" + where + ".");
    }

    private static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed", detail);
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** Spring's own exceptions (405, 406, 415, missing parameters, no such page) keep their status and sentence. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail document && isUntyped(document)) {
            HttpStatus known = HttpStatus.resolve(status.value());
            document.setType(URI.create(TYPE
                    + (known == null
                            ? "error"
                            : known.getReasonPhrase()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace(' ', '-'))));
        }
        HttpHeaders ours = new HttpHeaders(); // some of Spring's own cannot be added to
        ours.putAll(headers);
        ours.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(body, ours, status);
    }

    /** No type means {@code about:blank} (RFC 9457 section 3.1.1). */
    private static boolean isUntyped(ProblemDetail document) {
        return document.getType() == null || URI.create("about:blank").equals(document.getType());
    }

    private static ResponseEntity<Object> widen(ResponseEntity<ProblemDetail> answer) {
        return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }
}
