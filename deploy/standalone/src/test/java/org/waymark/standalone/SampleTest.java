package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private final Sample sample = Sample.of(TODAY);

    @Test
    void says_of_each_commitment_that_it_is_a_sample() {
        assertThat(sample.commitments())
                .allSatisfy(promised ->
                        assertThat(promised.body().path("title").asString()).endsWith(" (sample)"));
    }

    @Test
    void names_only_partners_that_are_in_it() {
        Set<String> known = sample.partners().stream().map(Sample.Partner::key).collect(Collectors.toSet());

        assertThat(sample.commitments()).allSatisfy(promised -> {
            assertThat(known).contains(promised.by());
            assertThat(known)
                    .containsAll(promised.supporting() == null ? List.of() : promised.supporting())
                    .containsAll(
                            promised.updates().stream().map(Sample.Update::by).toList());
        });
    }

    @Test
    void counts_days_from_the_first_start() {
        Sample.Promised first = sample.commitments().getFirst();

        assertThat(first.body().path("start").asString())
                .isEqualTo(TODAY.minusDays(300).toString());
        assertThat(first.body().toString()).doesNotContainPattern("\"[+-]\\d+d\"");
    }
}
