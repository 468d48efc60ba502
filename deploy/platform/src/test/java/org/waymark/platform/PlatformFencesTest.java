package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every service carries, the platform and the edge below it, stays small, knows no business and is used by more than
 * one; each fence is tried out (deploy/decisions/0006 and 0008).
 */
class PlatformFencesTest {

    /** A module that every service carries, and how large it may be. */
    private enum Carried {
        PLATFORM("deploy/platform", 8, 950),
        EDGE("deploy/edge", 6, 300);

        private final String folder;
        private final int mostPublicTypes;
        private final long mostStatements;

        Carried(String folder, int mostPublicTypes, long mostStatements) {
            this.folder = folder;
            this.mostPublicTypes = mostPublicTypes;
            this.mostStatements = mostStatements;
        }

        List<String> sources() {
            return PlatformFencesTest.sources(checkout().resolve(folder + "/src/main/java"));
        }
    }

    private static final Set<String> BUSINESS = Set.of(
            "commitment",
            "milestone",
            "partner",
            "member",
            "alert",
            "pledge",
            "indicator",
            "baseline",
            "workstream",
            "alliance",
            "dashboard",
            "tally",
            "promise",
            "organisation",
            "pathfinder",
            "evidence",
            "narrative",
            "chair");

    private static final Pattern COMMENTS_AND_TEXT = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public\\s+(?:(?:abstract|final|sealed|non-sealed|strictfp)\\s+)*"
                    + "(?:class|interface|record|enum|@interface)\\s+(\\w+)",
            Pattern.MULTILINE);
    private static final Pattern STATEMENT = Pattern.compile(";[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern IMPORT_OR_PACKAGE =
            Pattern.compile("^(?:import|package)\\s[^;]*;[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final Pattern FRAMEWORKS_OWN = Pattern.compile("HealthIndicator");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");
    private static final Pattern CARRIED_IMPORT =
            Pattern.compile("^import\\s+(?:static\\s+)?org\\.waymark\\.(?:platform|edge)\\.(\\w+)", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource
    void few_types_are_public(Carried module) {
        assertThat(publicTypes(module.sources())).isNotEmpty().hasSizeLessThanOrEqualTo(module.mostPublicTypes);
    }

    @Test
    void counts_public_types_however_they_are_declared() {
        assertThat(publicTypes(List.of(
                        "public final class A {\n    public record Inner() {}\n}",
                        "/** doc */\n@Deprecated\npublic sealed interface B permits C {}\nrecord C() implements B {}",
                        "public @interface D {}",
                        "// public class E {}\nfinal class F {}\n/*\npublic class G {}\n*/")))
                .containsExactlyInAnyOrder("A", "B", "D");
    }

    @ParameterizedTest
    @EnumSource
    void has_few_statements(Carried module) {
        assertThat(statements(module.sources())).isBetween(50L, module.mostStatements);
    }

    @Test
    void counts_statements_and_neither_imports_nor_comments_nor_text() {
        assertThat(statements(List.of("""
                        package a;

                        import b.C;

                        class A {
                            int one = 1; // first;
                            /* not this one;
                               nor this;
                             */
                            String two = "x;";
                            void run() {
                                for (int i = 0; i < 3; i++) {
                                    one++;
                                }
                            }
                        }
                        """))).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void no_identifier_holds_a_business_word(Carried module) {
        assertThat(businessWords(module.sources())).isEmpty();
    }

    @Test
    void finds_a_business_word_in_any_part_of_an_identifier() {
        assertThat(businessWords(List.of("class CommitLane { int milestoneCount; void raiseAlerts() {} }")))
                .containsExactly("milestoneCount", "raiseAlerts");
        assertThat(businessWords(List.of("enum Kind { LEAD_PARTNER, TALLIES }")))
                .containsExactly("LEAD_PARTNER", "TALLIES");
        assertThat(businessWords(List.of("// of a partner\nclass Discard { String commit = \"partner-service\"; }")))
                .isEmpty();
    }

    /** What the platform uses of the edge, every service uses through it. */
    @ParameterizedTest
    @EnumSource
    void every_public_type_is_used_by_two_services_or_more(Carried module) {
        Map<String, Collection<String>> services = Stream.of(
                        "partner-service", "progress-service", "notification-service")
                .collect(Collectors.toMap(
                        Function.identity(), name -> sources(checkout().resolve(name + "/src/main/java"))));

        assertThat(usedByLessThanTwo(publicTypes(module.sources()), services))
                .isSubsetOf(module == Carried.EDGE ? imports(Carried.PLATFORM.sources()) : Set.of());
    }

    @Test
    void finds_a_type_used_by_one_service_however_often() {
        Map<String, Collection<String>> services = Map.of(
                "a",
                List.of(
                        "import org.waymark.platform.Both;\nimport org.waymark.platform.Once;",
                        "import org.waymark.platform.Once;"),
                "b",
                List.of("import static org.waymark.platform.Both.make;\n// import org.waymark.platform.Never;"));

        assertThat(usedByLessThanTwo(new TreeSet<>(Set.of("Both", "Once", "Never")), services))
                .containsExactly("Never", "Once");
    }

    private static Set<String> publicTypes(Collection<String> sources) {
        return sources.stream()
                .map(PlatformFencesTest::code)
                .flatMap(code -> PUBLIC_TYPE.matcher(code).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long statements(Collection<String> sources) {
        return sources.stream()
                .map(source -> IMPORT_OR_PACKAGE.matcher(code(source)).replaceAll(""))
                .flatMap(code -> STATEMENT.matcher(code).results())
                .count();
    }

    private static Set<String> businessWords(Collection<String> sources) {
        return sources.stream()
                .flatMap(source -> IDENTIFIER.matcher(code(source)).results())
                .map(MatchResult::group)
                .filter(identifier -> WORD.matcher(
                                FRAMEWORKS_OWN.matcher(identifier).replaceAll(""))
                        .results()
                        .map(word -> word.group().toLowerCase(Locale.ROOT))
                        .anyMatch(PlatformFencesTest::isBusiness))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isBusiness(String word) {
        return BUSINESS.contains(word)
                || (word.endsWith("ies") && BUSINESS.contains(word.substring(0, word.length() - 3) + "y"))
                || (word.endsWith("s") && BUSINESS.contains(word.substring(0, word.length() - 1)));
    }

    private static Set<String> usedByLessThanTwo(Set<String> types, Map<String, Collection<String>> services) {
        Set<String> left = new TreeSet<>(types);
        left.removeIf(type -> services.values().stream()
                        .filter(sources -> imports(sources).contains(type))
                        .count()
                >= 2);
        return left;
    }

    private static Set<String> imports(Collection<String> sources) {
        return sources.stream()
                .flatMap(source -> CARRIED_IMPORT.matcher(code(source)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Without comments; texts are left empty. */
    private static String code(String source) {
        return COMMENTS_AND_TEXT
                .matcher(source)
                .replaceAll(found -> found.group().startsWith("/") ? "" : "\"\"");
    }

    private static List<String> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                found.add(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The folder that holds the wrapper. */
    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Run the tests in a checkout.");
        }
        return folder;
    }
}
