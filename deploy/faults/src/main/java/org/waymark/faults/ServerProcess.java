package org.waymark.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own; its output goes to a file, orders go to its standard input. */
final class ServerProcess {

    /** An operator's stop may take as long as it takes to keep the loaded classes on a busy machine. */
    private static final Duration TO_STOP = Duration.ofMinutes(3);

    private static final Set<Process> running = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> running.forEach(Process::destroyForcibly), "end of all processes"));
    }

    private final String name;
    private final List<String> command;
    private final Path log;
    private final Map<String, String> standing = new LinkedHashMap<>();
    private Process process;

    private ServerProcess(String name, List<String> command, Path log) {
        this.name = name;
        this.command = command;
        this.log = log;
        this.process = launch();
    }

    /**
     * Loaded classes are kept in an archive for the next start, which is what most of a start is spent on.
     *
     * @param main with its arguments
     */
    static ServerProcess start(String name, Path folder, String classPath, Jvm jvm, List<String> main) {
        String kind = name.replaceFirst("-.*", "");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve(kind + ".jsa"),
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                "-cp",
                classPath));
        command.addAll(1, jvm.options());
        command.addAll(main);
        return new ServerProcess(name, command, folder.resolve(name + ".log"));
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .directory(Objects.requireNonNull(log.toAbsolutePath().getParent())
                            .toFile())
                    .start();
            running.removeIf(process -> !process.isAlive());
            running.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An order that holds until the next one of its kind, and is given again to the process that follows a dead one. */
    void order(String kind, String order) {
        standing.put(kind, order);
        tell(kind + " " + order);
    }

    /** An order to this process alone; one that has just died does not hear it. */
    void tell(String line) {
        try {
            Writer input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
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
        standing.forEach((kind, order) -> tell(kind + " " + order));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String name() {
        return name;
    }

    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        if (!endsWithin(TO_STOP)) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " did not stop within " + TO_STOP + "; see " + log);
        }
    }
}
