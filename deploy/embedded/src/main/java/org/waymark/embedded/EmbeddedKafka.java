package org.waymark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
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
    private final FileChannel lock;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, FileChannel lock, String bootstrapServers) {
        this.server = server;
        this.lock = lock;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on the folder's data, formatting the folder the first time. The port may differ from the last one.
     *
     * @param port 0 for a free one; the controller always takes a free one
     * @throws IllegalStateException with one sentence for the user, when the port or the folder cannot be used
     */
    public static EmbeddedKafka start(Path folder, int port) {
        int broker = Loopback.port(NAME, port);
        return start(folder, broker, broker, Map.of());
    }

    /** With settings of a broker besides, or in place of those it has here: sign-in, for one. */
    public static EmbeddedKafka start(Path folder, int port, Map<String, String> besides) {
        int broker = Loopback.port(NAME, port);
        return start(folder, broker, broker, besides);
    }

    /** Clients are told to come to another port, where a proxy stands before the broker. */
    private static EmbeddedKafka start(Path folder, int broker, int advertised, Map<String, String> besides) {
        Path data = DataFolder.writable(NAME, folder);
        FileChannel lock = DataFolder.lock(NAME, data);
        try {
            KafkaSettings.format(data);
            Properties settings = KafkaSettings.of(data, broker, KafkaSettings.controllerPort(NAME, broker));
            settings.put("advertised.listeners", KafkaSettings.listener(advertised));
            settings.putAll(besides);
            return new EmbeddedKafka(started(settings), lock, Loopback.HOST + ":" + broker);
        } catch (RuntimeException e) {
            release(lock);
            throw new IllegalStateException("%s did not start on %s: %s".formatted(NAME, data, e.getMessage()), e);
        }
    }

    private static KafkaRaftServer started(Properties settings) {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
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
        release(lock);
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The broker as a process of its own, so that it can be killed apart: {@code folder port}, and the port that clients
     * are to come to where it is another.
     */
    public static void main(String[] args) throws InterruptedException {
        int port = Loopback.port(NAME, Integer.parseInt(args[1]));
        EmbeddedKafka kafka =
                start(Path.of(args[0]), port, args.length > 2 ? Integer.parseInt(args[2]) : port, Map.of());
        OwnProcess.serve(kafka, kafka.bootstrapServers());
    }
}
