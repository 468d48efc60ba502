package org.waymark.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.embedded.EmbeddedKafka;
import org.waymark.embedded.EmbeddedMongo;

/** The broker and the store that the services share; the topics are there before any service is. */
record Servers(EmbeddedKafka kafka, EmbeddedMongo mongo) implements AutoCloseable {

    private static final int PARTITIONS = 3;

    /** Names of the folders, which say that there is data. */
    static final String BROKER = "broker";

    static final String STORE = "store";

    static Servers start(DataHome home, Settings.Ports ports) {
        try {
            EmbeddedMongo mongo = EmbeddedMongo.start(home.subfolder(STORE), ports.mongo());
            EmbeddedKafka kafka = EmbeddedKafka.start(home.subfolder(BROKER), ports.kafka());
            kafka.createTopics(topics());
            return new Servers(kafka, mongo);
        } catch (IllegalStateException e) {
            throw Refused.because(String.valueOf(e.getMessage())); // One sentence for the user already.
        }
    }

    private static Map<String, Integer> topics() {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        Stream.of("waymark.partners", "waymark.commitments", "waymark.alerts").forEach(topic -> {
            partitions.put(topic, PARTITIONS);
            partitions.put(topic + ".dlt", PARTITIONS);
            partitions.put(topic + ".again", PARTITIONS);
        });
        return partitions;
    }

    /** The store first: while it is there, nothing of it waits for the broker. */
    @Override
    public void close() {
        mongo.close();
        kafka.close();
    }
}
