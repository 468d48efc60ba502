package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final String TYPE = "org.waymark.planted.happened.v1";

    private final Contracts contracts = new Contracts(Path.of("src/test/resources/contract"));

    @Test
    void reads_types_and_examples_from_the_folder() {
        assertThat(contracts.types()).containsExactly(TYPE);
        assertThat(contracts.examples())
                .singleElement()
                .extracting(Contracts.Example::type, Contracts.Example::name)
                .containsExactly(TYPE, "plain");
    }

    @Test
    void accepts_an_example_that_follows_its_schema() {
        assertThat(contracts.examples())
                .allSatisfy(example -> assertThat(contracts.problems(example.type(), example.json()))
                        .isEmpty());
    }

    @Test
    void names_a_missing_field_and_a_date_that_is_none() {
        assertThat(contracts.problems(TYPE, "{\"on\": \"2026-13-45\"}"))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("title"))
                .anyMatch(problem -> problem.contains("date"));
    }

    @Test
    void finds_the_checkout_from_a_module_of_it() {
        assertThat(Contracts.checkout().resolve("deploy/testing/pom.xml")).exists();
        assertThat(Contracts.of("no-service").examples()).isEmpty();
        assertThat(Contracts.realData("no/such/data")).isEmpty();
    }
}
