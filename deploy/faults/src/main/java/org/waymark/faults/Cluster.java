package org.waymark.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.waymark.embedded.Topics;
import org.waymark.testing.TestTokens;

/**
 * Broker, store and services, each a process of its own on loopback, with their data in one folder. Services reach
 * broker and store through a proxy each; the checker goes to the store's and the broker's own ports.
 */
final class Cluster implements AutoCloseable {

    static final String PROGRESS = "org.waymark.progress.ProgressService";
    static final String PARTNER = "org.waymark.partner.PartnerService";
    static final String NOTIFICATION = "org.waymark.notification.NotificationService";

    /** Of the client {@code secretariat} of partner-service. */
    static final String SECRET = "known-to-the-harness";

    private static final String ISSUER = "org.springframework.boot.security.oauth2.server.authorization.autoconfigure"
            + ".servlet.OAuth2AuthorizationServer";

    private final Path folder;
    private final Jvm jvm;
    private final String classPath;
    private final List<ServerProcess> all = new ArrayList<>();
    private final int brokerPort = freePort();
    private final int storePort = freePort();
    final TcpProxy toBroker = new TcpProxy(brokerPort);
    final TcpProxy toStore = new TcpProxy(storePort);
    final ServerProcess broker;
    final ServerProcess store;
    private Duration ahead = Duration.ZERO;

    Cluster(Path folder, Jvm jvm) {
        this.folder = folder;
        this.jvm = jvm;
        classPath = ClassPath.of(folder);
        broker = server("broker", "org.waymark.embedded.EmbeddedKafka", "" + brokerPort, "" + toBroker.port());
        store = server("store", "org.waymark.embedded.EmbeddedMongo", "" + storePort);
        awaitPort(brokerPort);
        awaitPort(storePort);
        Topics.create(
                bootstrapServers(),
                Stream.of("waymark.partners", "waymark.commitments", "waymark.alerts")
                        .flatMap(topic -> Stream.of(topic, topic + ".dlt", topic + ".again"))
                        .collect(Collectors.toMap(topic -> topic, topic -> 3)));
    }

    /** Through the proxy, as the broker itself gives its address. */
    String bootstrapServers() {
        return "127.0.0.1:" + toBroker.port();
    }

    private ServerProcess server(String name, String main, String... arguments) {
        try {
            List<String> command = new ArrayList<>(
                    List.of(main, Files.createDirectories(folder.resolve(name)).toString()));
            command.addAll(List.of(arguments));
            return kept(ServerProcess.start(name, folder, classPath, jvm, command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A service on a port of its own; several of one kind share the store. Limits of how often one may ask are set so high
     * that they are not met.
     */
    ServerProcess service(String name, String main, int port) {
        List<String> command = new ArrayList<>(List.of(
                "org.waymark.faults.within.FaultyService",
                main,
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers(),
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + toStore.port() + "/"
                        + main.substring(main.lastIndexOf('.') + 1),
                "--spring.cloud.stream.kafka.binder.consumer-properties.interceptor.classes="
                        + "org.waymark.faults.within.CommitNoted",
                "--waymark.embedded-store=true",
                "--waymark.limits.per-client=1000000",
                "--waymark.limits.per-organization=1000000",
                "--waymark.limits.per-address=1000000",
                "--waymark.streams.per-caller=5000",
                "--waymark.outbox-sweep=2s",
                "--waymark.deadlines.every=1s",
                // On the shared class path for partner-service, which has its own.
                "--spring.autoconfigure.exclude=" + ISSUER + "AutoConfiguration," + ISSUER + "JwtAutoConfiguration"));
        command.addAll(tokens(main, port));
        ServerProcess started = kept(ServerProcess.start(name, folder, classPath, jvm, command));
        started.order("clock", "" + ahead.toSeconds());
        return started;
    }

    /** The partner-service issues its own, as it does in production; the others trust an issuer of the harness. */
    private static List<String> tokens(String main, int port) {
        return main.equals(PARTNER)
                ? List.of(
                        "--waymark.security.issuer=http://127.0.0.1:" + port,
                        "--waymark.bootstrap.secretariat.client-secret=" + SECRET)
                : List.of(
                        "--waymark.security.issuer=" + TestTokens.issuer(),
                        "--waymark.security.jwk-set-uri=" + TestTokens.jwkSetUri());
    }

    private ServerProcess kept(ServerProcess started) {
        all.add(started);
        return started;
    }

    /**
     * Starts and stops the service once, so that the loaded classes are kept for the starts that count; a process that
     * is killed keeps none.
     */
    void rehearse(String kind, String main) {
        Client client = new Client(freePort(), Identity.secretariat());
        ServerProcess rehearsal = service(kind + "-rehearsal", main, client.port());
        awaitReady(client);
        rehearsal.stop();
        all.remove(rehearsal);
    }

    /** Moves the clocks of all services forward. */
    void later(Duration by) {
        ahead = ahead.plus(by);
        all.stream()
                .filter(process -> process != broker && process != store)
                .forEach(process -> process.order("clock", "" + ahead.toSeconds()));
    }

    Duration ahead() {
        return ahead;
    }

    /** The tables of a service, to drop some of them as an operator would. */
    void inStore(String main, Consumer<MongoDatabase> work) {
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + storePort)) {
            work.accept(client.getDatabase(main.substring(main.lastIndexOf('.') + 1)));
        }
    }

    static void awaitReady(Client client) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> client.tryGet("/actuator/health/readiness")
                        .map(a -> a.status() == 200)
                        .orElse(false));
    }

    void awaitBroker() {
        awaitPort(brokerPort);
    }

    void awaitStore() {
        awaitPort(storePort);
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
        toBroker.close();
        toStore.close();
    }
}
