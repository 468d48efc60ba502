package org.waymark.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.faults.Fault.Kill;
import org.waymark.faults.Fault.Trouble;
import org.waymark.faults.within.Bug;

class ReadmeTest {

    private static final Pattern CLASS = Pattern.compile("`((?:within\\.)?[A-Z][a-z]\\w+)`");

    private static String readme = "";

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void names_every_bug() {
        assertThat(Bug.values()).allSatisfy(bug -> assertThat(readme).contains("| `" + bug + "` |"));
    }

    @Test
    void names_every_point_and_trouble() {
        assertThat(Fault.all())
                .allSatisfy(fault -> assertThat(readme.replace('\n', ' ')).contains(name(fault)));
    }

    @Test
    void names_no_class_that_is_not_there() {
        assertThat(CLASS.matcher(readme).results().map(MatchResult::group))
                .contains("`Doctored`")
                .allSatisfy(name -> assertThat(Class.forName("org.waymark.faults." + name.replace("`", "")))
                        .isNotNull());
    }

    private static String name(Fault fault) {
        return switch (fault) {
            case Kill kill -> "`" + kill.point().replaceFirst("\\..*", "") + "`";
            case Trouble trouble -> "`" + trouble.title() + "`";
        };
    }
}
