package org.waymark.embedded;

import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker of one node, controller included: for a first try and for tests. Acknowledged records are in the
 * operating system's hands, so they survive {@code kill -9}, not a power cut. A broker that loses its folder while it
 * runs ends the process, as Kafka does everywhere.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String NAME = "The embedded broker";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on the folder's data, formatting the folder the first time. The port may differ from the last one.
     *
     * @param port 0 for a free one; the controller always takes a free one
     * @throws IllegalStateException with one sentence for the user, when the port or the folder cannot be used
     */
    public static EmbeddedKafka start(Path folder, int port) {
        Path data = DataFolder.writable(NAME, folder);
        int broker = Loopback.port(NAME, port);
        int controller = KafkaSettings.controllerPort(NAME, broker);
        KafkaSettings.format(data);
        KafkaRaftServer server = null;
        try {
            server = new KafkaRaftServer(
                    KafkaConfig.fromProps(KafkaSettings.of(data, broker, controller), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, Loopback.HOST + ":" + broker);
        } catch (RuntimeException e) {
            if (server != null) {
                server.shutdown();
            }
            throw new IllegalStateException("%s did not start on %s: %s".formatted(NAME, data, e.getMessage()), e);
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** As {@link Topics#create}, on this broker. */
    public void createTopics(Map<String, Integer> partitionsByTopic) {
        Topics.create(bootstrapServers, partitionsByTopic);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** The broker as a process of its own, so that it can be killed apart: {@code folder port}. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedKafka kafka = start(Path.of(args[0]), Integer.parseInt(args[1]));
        OwnProcess.serve(kafka, kafka.bootstrapServers());
    }
}
