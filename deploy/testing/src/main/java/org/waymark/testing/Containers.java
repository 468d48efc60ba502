package org.waymark.testing;

import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The only class that names Testcontainers, so that nothing of it is loaded in a run without containers. */
final class Containers {

    private Containers() {}

    /** The broker of the version that the client is of. */
    @SuppressWarnings("resource") // Testcontainers ends it with the JVM.
    static String kafka() {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion());
        kafka.start();
        return kafka.getBootstrapServers();
    }

    /** A replica set, because only one honours majority concerns and retryable writes. */
    @SuppressWarnings("resource") // Testcontainers ends it with the JVM.
    static String mongo() {
        MongoDBContainer mongo = new MongoDBContainer("mongo:8").withReplicaSet();
        mongo.start();
        return mongo.getReplicaSetUrl();
    }
}
