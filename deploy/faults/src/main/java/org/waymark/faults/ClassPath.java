package org.waymark.faults;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processes run from: jars alone, the platform's in its doctored copy, and this module's own in front. */
final class ClassPath {

    private ClassPath() {}

    static String of(Path folder) {
        Path own = Path.of(
                Run.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        String copy = folder.resolve("platform-doctored.jar").toString();
        List<String> whole =
                List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator));
        String platform = whole.stream()
                .filter(ClassPath::isPlatform)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the platform's jar is not on the class path: " + whole));
        Doctored.copy(Path.of(platform), Path.of(copy));
        return Stream.concat(
                        Stream.of(jar(own).toString(), copy),
                        whole.stream().filter(entry -> entry.endsWith(".jar") && !isPlatform(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isPlatform(String entry) {
        return Path.of(entry).getFileName().toString().matches("platform-[0-9].*\\.jar");
    }

    /** Of a folder of classes the jar that the build has made of it. */
    private static Path jar(Path own) {
        if (own.toString().endsWith(".jar")) {
            return own;
        }
        File[] jars = own.resolveSibling("")
                .toFile()
                .listFiles((folder, name) -> name.matches("faults-[0-9.]+(-SNAPSHOT)?\\.jar"));
        if (jars == null || jars.length == 0) {
            throw new IllegalStateException("no jar beside " + own + ": run the build's package phase");
        }
        return jars[0].toPath();
    }
}
