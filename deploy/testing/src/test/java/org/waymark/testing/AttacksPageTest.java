package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that tells which guard is held by which test names what there is, and all of it. */
class AttacksPageTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern TEST = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern METHOD = Pattern.compile("    void ([a-z]+(?:_[a-z]+)+)\\(");

    private final String page = read(ROOT.resolve("deploy/attacks.md"));

    @Test
    void names_every_attack_that_is_tried_and_no_other() {
        Set<String> tried = Stream.of("partner", "progress", "notification")
                .map(service ->
                        ROOT.resolve(service + "-service/src/test/java/org/waymark/" + service + "/AttackIT.java"))
                .flatMap(file -> found(METHOD, read(file)).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tried).hasSizeGreaterThan(15);
        assertThat(found(TEST, page)).isEqualTo(tried);
    }

    @Test
    void names_no_class_that_is_not_there() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            Set<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());

            assertThat(found(CLASS, page))
                    .contains("SecurityDefaults")
                    .allSatisfy(name -> assertThat(classes).contains(name));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
