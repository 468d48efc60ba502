package org.waymark.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server as a process of its own, on the class path of the tests; its output goes to a file. */
final class ServerProcess {

    private final String name;
    private final List<String> command;
    private final Path log;
    private Process process;

    private ServerProcess(String name, List<String> command, Path log) {
        this.name = name;
        this.command = command;
        this.log = log;
        this.process = launch();
    }

    /** Loaded classes are kept in an archive for the next start, which is what most of a start is spent on. */
    static ServerProcess start(String name, Path folder, List<String> jvm, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve(main.substring(main.lastIndexOf('.') + 1) + ".jsa"),
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                "-cp",
                classPath()));
        command.addAll(jvm);
        command.add(main);
        command.addAll(arguments);
        return new ServerProcess(name, command, folder.resolve(name + ".log"));
    }

    /** Without this module's own folders: a class path of jars alone is what loaded classes can be kept for. */
    private static String classPath() {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String own = Path.of("").toAbsolutePath().toString();
        return Stream.of(whole.split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(own))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .directory(Objects.requireNonNull(log.toAbsolutePath().getParent())
                            .toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut for this process: no hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As an operator stops it. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    void startAgain() {
        process = launch();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not stop within 30 s; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
