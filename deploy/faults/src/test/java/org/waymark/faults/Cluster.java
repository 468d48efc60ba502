package org.waymark.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.waymark.embedded.Topics;
import org.waymark.testing.TestTokens;

/** Broker, store and services, each a process of its own on loopback, with their data in one folder. */
final class Cluster implements AutoCloseable {

    final ServerProcess broker;
    final ServerProcess store;
    final int brokerPort = freePort();
    final int storePort = freePort();
    private final Path folder;
    private final List<ServerProcess> all = new ArrayList<>();

    Cluster(Path folder) {
        this.folder = folder;
        broker = server("broker", "org.waymark.embedded.EmbeddedKafka", brokerPort);
        store = server("store", "org.waymark.embedded.EmbeddedMongo", storePort);
        awaitPort(brokerPort);
        awaitPort(storePort);
        Topics.create(
                bootstrapServers(),
                Stream.of("waymark.partners", "waymark.commitments", "waymark.alerts")
                        .flatMap(topic -> Stream.of(topic, topic + ".dlt"))
                        .collect(Collectors.toMap(topic -> topic, topic -> 3)));
    }

    String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    private ServerProcess server(String name, String main, int port) {
        try {
            Path data = Files.createDirectories(folder.resolve(name));
            ServerProcess started =
                    ServerProcess.start(name, folder, List.of("-Xmx256m"), main, List.of(data.toString(), "" + port));
            all.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service on a port of its own; several of one kind share the store. */
    ServerProcess service(String name, String main, int port, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers(),
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + storePort + "/"
                        + main.substring(main.lastIndexOf('.') + 1),
                "--waymark.embedded-store=true",
                "--waymark.security.issuer=" + TestTokens.issuer(),
                "--waymark.security.jwk-set-uri=" + TestTokens.jwkSetUri()));
        arguments.addAll(List.of(settings));
        ServerProcess started = ServerProcess.start(name, folder, List.of("-Xmx384m"), main, arguments);
        all.add(started);
        return started;
    }

    /**
     * Starts and stops the service once, so that the loaded classes are kept for the starts that count; a process that
     * is killed keeps none.
     */
    void rehearse(String main) {
        Client client = new Client(freePort(), TestTokens.token("rehearsal", null));
        ServerProcess rehearsal = service("rehearsal-" + client.port(), main, client.port());
        awaitReady(client);
        rehearsal.stop();
    }

    /** The tables of a service, to drop some of them as an operator would. */
    void inStore(String main, java.util.function.Consumer<com.mongodb.client.MongoDatabase> work) {
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + storePort)) {
            work.accept(client.getDatabase(main.substring(main.lastIndexOf('.') + 1)));
        }
    }

    static void awaitReady(Client client) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> client.tryGet("/actuator/health/readiness")
                        .map(a -> a.status() == 200)
                        .orElse(false));
    }

    private static void awaitPort(int port) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            }
        });
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        all.reversed().stream().filter(ServerProcess::isAlive).forEach(ServerProcess::kill);
    }
}
