package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    private static final String PLANTED = "org.waymark.testing.planted.";

    @Test
    void catches_a_domain_that_knows_a_framework() {
        catches(ArchitectureRules.DOMAIN_IS_PLAIN_JAVA, "domain", "KnowsSpring");
    }

    @Test
    void catches_a_service_that_uses_its_neighbour() {
        catches(
                ArchitectureRules.usesOnlyItselfAndThePlatform(PLANTED + "service"),
                "service",
                "planted.stranger.Neighbour");
    }

    @Test
    void catches_a_package_that_is_not_null_marked() {
        catches(ArchitectureRules.PACKAGES_ARE_NULL_MARKED, "unmarked", "unmarked is not @NullMarked");
    }

    @Test
    void catches_a_name_that_says_nothing() {
        catches(ArchitectureRules.NAMES_SAY_WHAT_THINGS_ARE, "service", "NeighbourHelper");
    }

    @Test
    void passes_what_keeps_the_rules() {
        JavaClasses stranger = new ClassFileImporter().importPackages(PLANTED + "stranger");

        assertThatCode(() -> {
                    ArchitectureRules.DOMAIN_IS_PLAIN_JAVA.check(stranger);
                    ArchitectureRules.PACKAGES_ARE_NULL_MARKED.check(stranger);
                    ArchitectureRules.NAMES_SAY_WHAT_THINGS_ARE.check(stranger);
                    ArchitectureRules.usesOnlyItselfAndThePlatform(PLANTED + "stranger")
                            .check(stranger);
                    ArchitectureRules.check("org.waymark.embedded");
                })
                .doesNotThrowAnyException();
    }

    private static void catches(ArchRule rule, String planted, String named) {
        JavaClasses classes = new ClassFileImporter().importPackages(PLANTED + planted);

        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(named);
    }
}
