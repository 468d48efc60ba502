package readside;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.embedded.EmbeddedKafka;
import org.waymark.embedded.EmbeddedMongo;
import org.waymark.progress.ProgressService;

/** Broker, store and a progress-service in this process, in a folder that is removed at the end; nothing feeds its dashboard. */
final class Here implements AutoCloseable {

    private static final int PARTITIONS = 4;

    /** The class path is the standalone's, where partner-service brings this along. */
    private static final String ISSUER = "org.springframework.boot.security.oauth2.server.authorization.autoconfigure"
            + ".servlet.OAuth2AuthorizationServerAuto";

    private final Path folder;
    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;
    private final ConfigurableApplicationContext service;

    Here() throws IOException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.ERROR);
        folder = Files.createTempDirectory("read-side");
        mongo = EmbeddedMongo.start(Files.createDirectory(folder.resolve("store")), freePort());
        kafka = EmbeddedKafka.start(Files.createDirectory(folder.resolve("broker")), freePort());
        kafka.createTopics(Map.of("waymark.partners", 1, "waymark.commitments", PARTITIONS, "waymark.alerts", 1));
        service = ProgressService.application()
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + mongo.uri("progress-service"),
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--spring.cloud.function.definition=directory",
                        "--waymark.embedded-store=true",
                        "--waymark.limits.per-client=1000000",
                        "--waymark.limits.per-address=1000000",
                        "--waymark.streams.per-caller=5000",
                        "--waymark.dashboard.look-every=100ms",
                        "--spring.autoconfigure.exclude=" + ISSUER + "Configuration,"
                                + ISSUER.replace("ServerAuto", "ServerJwtAuto") + "Configuration");
    }

    String kafka() {
        return kafka.bootstrapServers();
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        mongo.close();
        kafka.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
