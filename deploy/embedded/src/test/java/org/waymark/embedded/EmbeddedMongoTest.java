package org.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
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

    /** As the backend ships, and as an earlier version of ours kept everything. */
    @Test
    void finds_all_that_was_kept_through_java_serialization() {
        List<Object> ids = List.of("b", "a", 7, 7_000_000_000L, 1.5, UUID.randomUUID(), new ObjectId(), new Date(1));
        MongoServer earlier = new MongoServer(
                new H2Backend(MVStore.open(folder.resolve(EmbeddedMongo.FILE).toString())));
        try (MongoClient client = MongoClients.create(settings(earlier.bindAndGetConnectionString()))) {
            MongoCollection<Document> kept = client.getDatabase("waymark").getCollection("c");
            kept.createIndex(Indexes.ascending("_id", "v"), new IndexOptions().unique(true));
            ids.forEach(id -> kept.insertOne(document(id)));
        } finally {
            earlier.shutdownNow();
        }

        for (int start = 0; start < 2; start++) {
            try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
                    MongoClient client = MongoClients.create(settings(mongo.uri("")))) {
                MongoCollection<Document> kept = client.getDatabase("waymark").getCollection("c");
                assertThat(kept.countDocuments()).isEqualTo(ids.size());
                for (Object id : ids) {
                    assertThat(kept.find(new Document("_id", id).append("v", 1L))
                                    .first())
                            .isEqualTo(document(id));
                    assertThatThrownBy(() -> kept.insertOne(document(id))).isInstanceOf(MongoWriteException.class);
                }
            }
        }
    }

    private static Document document(Object id) {
        return new Document("_id", id)
                .append("v", 1L)
                .append("text", "\u00e9\u4e16 \ud83c\udf0d")
                .append("numbers", List.of(1, 2L, 3.5, Decimal128.parse("0.10")))
                .append("inner", new Document("nothing", null).append("yes", true))
                .append("bytes", new Binary(new byte[] {0, -1}));
    }

    private static MongoClientSettings settings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
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
