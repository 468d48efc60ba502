package org.waymark.edge;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal as the caller will read it: an RFC 9457 problem document with a stable {@code type}, one sentence to act on
 * and, for bad input, the fields. Thrown anywhere, turned into a response in one place.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** One wrong field of the request, named by its path in the body. */
    public record Field(String field, String message) {}

    private final HttpStatus status;
    private final String type;
    private final transient List<Field> fields;
    private final @Nullable Duration retryAfter;

    private Problem(HttpStatus status, String type, String detail, List<Field> fields, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.fields = fields;
        this.retryAfter = retryAfter;
    }

    /** The general form; the named ones below are for what every service says. */
    public static Problem of(HttpStatus status, String type, String detail) {
        return new Problem(status, type, detail, List.of(), null);
    }

    public static Problem invalid(List<Field> fields) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "validation", "The request has fields that are not valid.", fields, null);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new Field(field, message)));
    }

    /** For what does not exist and for what belongs to somebody else: the two must look the same. */
    public static Problem notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ", or it is not yours.");
    }

    public static Problem forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    public static Problem conflict(String type, String detail) {
        return of(HttpStatus.CONFLICT, type, detail);
    }

    public static Problem unavailable(String type, String detail, Duration retryAfter) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, type, detail, List.of(), retryAfter);
    }

    /** For whoever asks more, or more often, than one caller may. */
    public static Problem tooMany(String type, String detail, Duration retryAfter) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, type, detail, List.of(), retryAfter);
    }

    /**
     * Compares an {@code If-Match} header with the sequence that stands (RFC 9110 section 13.1.1): missing 428, other
     * 412, {@code *} matches any.
     */
    public static void checkIfMatch(@Nullable String ifMatch, long sequence) {
        if (ifMatch == null) {
            throw of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-required",
                    "Send If-Match with the ETag you last read, or * to change whatever stands.");
        }
        if (!ifMatch.strip().equals("*")
                && !List.of(ifMatch.strip().split("\\s*,\\s*")).contains(etag(sequence))) {
            throw of(
                    HttpStatus.PRECONDITION_FAILED,
                    "stale",
                    "It has changed since you read it: the ETag is now " + etag(sequence)
                            + ". Read it again, then repeat your change.");
        }
    }

    public static String etag(long sequence) {
        return "\"" + sequence + "\"";
    }

    public HttpStatus status() {
        return status;
    }

    public String type() {
        return type;
    }

    public List<Field> fields() {
        return fields;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
