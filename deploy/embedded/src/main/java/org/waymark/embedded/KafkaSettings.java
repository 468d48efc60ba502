package org.waymark.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** What turns a broker made for a data centre into a small one: one node, few threads, one copy, nothing thrown away. */
final class KafkaSettings {

    private static final int NODE = 1;
    private static final String BROKER = "BROKER";
    private static final String CONTROLLER = "CONTROLLER";

    private KafkaSettings() {}

    /** How clients reach the broker on this port. */
    static String listener(int port) {
        return "%s://%s:%d".formatted(BROKER, Loopback.HOST, port);
    }

    /** A free port that is not the broker's, which nobody listens on yet. */
    static int controllerPort(String server, int broker) {
        int port = Loopback.port(server, 0);
        return port == broker ? controllerPort(server, broker) : port;
    }

    /** Once per folder. The metadata file is written last and at once, so a kill in between only means: format again. */
    static void format(Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The folder %s could not be prepared for a broker: %s".formatted(data, e.getMessage()), e);
        }
    }

    static Properties of(Path data, int broker, int controller) {
        Properties settings = new Properties();
        // Voters stand in the configuration, not in the data, so that the ports may change from start to start.
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE, Loopback.HOST, controller));
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", BROKER);
        settings.put("listener.security.protocol.map", BROKER + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("listeners", listener(broker) + ",%s://%s:%d".formatted(CONTROLLER, Loopback.HOST, controller));
        settings.put("log.dirs", data.toString());

        settings.put("auto.create.topics.enable", "false");
        settings.put("log.retention.ms", "-1");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // A single node gains nothing from waiting for more members.
        settings.put("group.initial.rebalance.delay.ms", "0");

        // After a kill the controller, which is new too, refuses the broker until its former session has ended.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");

        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "1");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("group.coordinator.threads", "1");
        settings.put("share.coordinator.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(2 << 20));
        settings.put("log.segment.bytes", String.valueOf(128 << 20));
        settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        // Else an idle broker writes a record to its metadata log twice a second.
        settings.put("metadata.max.idle.interval.ms", "0");
        return settings;
    }
}
