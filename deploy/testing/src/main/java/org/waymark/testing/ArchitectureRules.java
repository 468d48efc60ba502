package org.waymark.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The fences between the rooms of the house, as rules that fail a build; each has a planted violation in the tests. */
public final class ArchitectureRules {

    /** So that a decision can be read, and tested, without knowing a framework. */
    public static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "org.waymark..domain..")
            .allowEmptyShould(true);

    /** So that the compiler's null check leaves out no package. */
    public static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .that()
            .resideInAPackage("org.waymark..")
            .should(resideInANullMarkedPackage())
            .allowEmptyShould(true);

    /** A name that fits anything says nothing. */
    public static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = classes()
            .should()
            .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Common|Base)")
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    /** Services talk over topics: of Waymark's code, one uses its own, the platform's and the edge's. */
    public static ArchRule usesOnlyItselfAndThePlatform(String ownPackage) {
        return noClasses()
                .that()
                .resideInAPackage(ownPackage + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.waymark..")
                        .and(not(
                                resideInAnyPackage(ownPackage + "..", "org.waymark.platform..", "org.waymark.edge.."))))
                .allowEmptyShould(true);
    }

    /** All the rules, on a module's production classes. */
    public static void check(String ownPackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ownPackage);
        DOMAIN_IS_PLAIN_JAVA.check(classes);
        PACKAGES_ARE_NULL_MARKED.check(classes);
        NAMES_SAY_WHAT_THINGS_ARE.check(classes);
        usesOnlyItselfAndThePlatform(ownPackage).check(classes);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        item, marked, item.getPackageName() + " is not @NullMarked, the package of " + item.getName()));
            }
        };
    }
}
