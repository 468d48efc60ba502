package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import jakarta.servlet.Filter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.waymark.edge.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

class StoreProblemsTest {

    @Test
    void a_store_that_is_away_while_a_token_is_looked_up_is_no_failure_of_the_service() throws Exception {
        StoreProblems problems = new StoreProblems(new ProblemWriter(JsonMapper.shared()));
        Filter filter = Objects.requireNonNull(
                new PlatformConfiguration().storeAwayFilter(problems).getFilter());
        MockHttpServletResponse response = new MockHttpServletResponse();

        filter.doFilter(new MockHttpServletRequest(), response, (request, answer) -> {
            throw new MongoTimeoutException("no server");
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).contains("store-unavailable");
    }
}
