package org.waymark.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The standalone as a process of its own, because only a process can be killed. */
final class RunningStandalone implements AutoCloseable {

    private static final long LONGEST_START_SECONDS = 180;

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reading;

    private RunningStandalone(Process process) {
        this.process = process;
        this.reading = Thread.ofVirtual().start(() -> read(process.inputReader()));
    }

    static RunningStandalone start(Path data, Settings.Ports ports, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "WAYMARK_DATA", data.toString(),
                        "WAYMARK_PROGRESS_PORT", "" + ports.progress(),
                        "WAYMARK_PARTNER_PORT", "" + ports.partner(),
                        "WAYMARK_NOTIFICATION_PORT", "" + ports.notification(),
                        "WAYMARK_KAFKA_PORT", "" + ports.kafka(),
                        "WAYMARK_MONGO_PORT", "" + ports.mongo()));
        return new RunningStandalone(builder.start());
    }

    static Settings.Ports freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")));
        }
        List<Integer> free = held.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new Settings.Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
    }

    private void read(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningStandalone awaitReady() throws InterruptedException {
        awaitLine("Waymark is ready");
        return this;
    }

    /** Returns as soon as such a line is there. */
    void awaitLine(String part) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (lines.stream().noneMatch(line -> line.contains(part))) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("No line with \"" + part + "\" in: " + String.join("\n", lines));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It goes on running.");
        }
        reading.join();
        return process.exitValue();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as a person who presses Ctrl-C or a service manager would. */
    int stop() throws InterruptedException {
        process.toHandle().destroy(); // Its own destroy() would close the pipe before the last lines have come.
        return awaitExit();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
