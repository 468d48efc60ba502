package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String CALLERS = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String WELL_FORMED = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

    @Test
    void a_callers_trace_is_continued_by_a_step_of_our_own() {
        String continued = Trace.continued(CALLERS);

        assertThat(continued)
                .matches(WELL_FORMED)
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-01")
                .doesNotContain("b7ad6b7169203331");
        assertThat(Trace.continued(CALLERS.replace("-01", "-00"))).endsWith("-00");
        assertThat(Trace.continued(continued)).isNotEqualTo(continued);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "garbage",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\nInjected: yes"
            })
    void without_a_well_formed_one_a_new_trace_begins(@Nullable String incoming) {
        String begun = Trace.continued(incoming);

        assertThat(begun).matches(WELL_FORMED).doesNotContain("0af7651916cd43dd8448eb211c80319c");
        assertThat(Trace.continued(incoming)).doesNotStartWith(begun.substring(0, 36));
        assertThat(Trace.continued(begun)).startsWith(begun.substring(0, 36));
    }
}
