package org.waymark.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void a_plan_is_the_same_whenever_its_seed_and_point_are() {
        assertThat(Fault.all())
                .allSatisfy(fault -> assertThat(Plan.of(7, fault)).isEqualTo(Plan.of(7, fault)));
    }

    @Test
    void seeds_make_different_plans() {
        assertThat(LongStream.range(0, 100)
                        .mapToObj(seed -> Plan.of(seed, Fault.all().getFirst()).at(1)))
                .extracting(Plan::moment)
                .doesNotContainNull()
                .hasSizeGreaterThan(10);
        assertThat(LongStream.range(0, 100)
                        .mapToObj(seed -> Plan.of(seed, Fault.all().getFirst()).passage()))
                .contains(1, 10);
    }

    @Test
    void every_step_is_tried_before_and_after() {
        assertThat(Fault.all().subList(0, 14))
                .extracting(Fault::title)
                .contains("progress take-out.before", "progress offset-commit.after", "notification alert-insert.after")
                .doesNotHaveDuplicates();
    }
}
