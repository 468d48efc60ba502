package org.waymark.progress.commitments.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;

/** The headers that make a command safe to repeat. */
final class RequestHeaders {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private RequestHeaders() {}

    static @Nullable String checked(@Nullable String key) {
        return key == null ? null : check(key);
    }

    /** @throws Problem 400 where there is none */
    static String required(@Nullable String key) {
        if (key == null) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-required",
                    "Send an Idempotency-Key, a new one for each thing you add, so that a retry is stored once.");
        }
        return check(key);
    }

    private static String check(String key) {
        if (key.isBlank() || key.length() > 200) {
            throw Problem.invalid(IDEMPOTENCY_KEY, "1 to 200 characters.");
        }
        return key;
    }
}
