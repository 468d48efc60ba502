package org.waymark.platform;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.waymark.edge.Problem;
import org.waymark.edge.ProblemWriter;

/** A store that does not answer is no fault of the request: asked before what stands for everything unexpected. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StoreProblems {

    private static final Logger log = LoggerFactory.getLogger(StoreProblems.class);

    private final ProblemWriter problems;

    StoreProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void storeAway(MongoException e, HttpServletResponse response) throws IOException {
        log.warn("store unavailable: {}", e.toString());
        problems.write(
                response,
                Problem.unavailable(
                        "store-unavailable",
                        "The store does not answer. Try again in a moment.",
                        Duration.ofSeconds(5)));
    }
}
