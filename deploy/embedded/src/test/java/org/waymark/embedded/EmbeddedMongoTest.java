package org.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    Path folder;

    @Test
    void keeps_its_data_over_a_restart() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri("waymark"))) {
            client.getDatabase("waymark").getCollection("c").insertOne(new Document("_id", 1));
        }

        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri("waymark"))) {
            assertThat(client.getDatabase("waymark").getCollection("c").countDocuments())
                    .isOne();
        }
    }

    @Test
    void refuses_a_drop_that_would_take_another_database_along() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri(""))) {
            client.getDatabase("waymark").getCollection("c").insertOne(new Document("_id", 1));
            client.getDatabase("waymark2").getCollection("c").insertOne(new Document("_id", 1));

            assertThatThrownBy(() -> client.getDatabase("waymark").drop())
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("would also drop");
            client.getDatabase("waymark2").drop();
            client.getDatabase("waymark").drop();
            assertThat(client.getDatabase("waymark").getCollection("c").countDocuments())
                    .isZero();
        }
    }

    @Test
    void says_in_a_sentence_that_its_port_is_taken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedMongo.start(folder, other.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + other.getLocalPort());
        }
    }

    @Test
    void says_in_a_sentence_that_its_folder_is_no_folder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedMongo.start(file, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot write to the folder");
    }

    @Test
    void says_in_a_sentence_that_its_data_is_in_use() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0)) {
            assertThat(mongo.uri("a")).startsWith("mongodb://127.0.0.1:").endsWith("/a");

            assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another process");
        }
    }
}
