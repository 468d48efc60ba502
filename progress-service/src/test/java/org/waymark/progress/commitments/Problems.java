package org.waymark.progress.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;

/** How tests say that a request is refused, and how. */
final class Problems {

    private Problems() {}

    static Problem assertProblem(HttpStatus status, String type, ThrowingCallable request) {
        Problem problem = Objects.requireNonNull(catchThrowableOfType(Problem.class, request), "it was not refused");
        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.status()).isEqualTo(status);
        return problem;
    }
}
