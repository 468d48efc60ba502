package org.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoKillTest {

    private static final int ROUNDS = 3;
    private static final int WRITERS = 6;
    private static final int DOCUMENTS_PER_WRITER = 40;

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void keeps_every_acknowledged_write_when_it_is_killed(@TempDir Path folder) throws Exception {
        Random random = new Random(87);

        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(folder, 400 + random.nextInt(600));

            assertThat(lost(folder))
                    .as("round %d of %d writes", round, acknowledged.size())
                    .isEmpty();
        }
        assertThat(acknowledged).hasSizeGreaterThan(DOCUMENTS_PER_WRITER);
    }

    private void writeUntilKilled(Path folder, long millis) throws IOException, InterruptedException {
        try (ChildServer server = ChildServer.start(EmbeddedMongo.class, folder);
                MongoClient client = MongoClients.create(server.address())) {
            client.getDatabase("kill").getCollection("writes").countDocuments();
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "w" + writer + "-";
                writers.add(Thread.ofPlatform().start(() -> write(client, name)));
            }
            Thread.sleep(millis);
            server.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    /** Inserts and replacements of the same few documents, so that indexes, splits and freed chunks all take part. */
    private void write(MongoClient client, String writer) {
        MongoCollection<Document> writes = client.getDatabase("kill").getCollection("writes");
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        try {
            for (int i = 0; ; i++) {
                String id = writer + i % DOCUMENTS_PER_WRITER;
                int version = acknowledged.getOrDefault(id, 0) + 1;
                Document document = new Document("_id", id).append("v", version).append("text", "x".repeat(900));
                writes.replaceOne(new Document("_id", id), document, upsert);
                acknowledged.put(id, version);
            }
        } catch (MongoException e) {
            // Killed: this one write may or may not be kept, and was not acknowledged.
        }
    }

    private List<String> lost(Path folder) {
        List<String> lost = new ArrayList<>();
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri("kill"))) {
            MongoCollection<Document> writes = client.getDatabase("kill").getCollection("writes");
            acknowledged.forEach((id, version) -> {
                Document found = writes.find(new Document("_id", id)).first();
                if (found == null || found.getInteger("v") < version) {
                    lost.add(id + " v" + version);
                }
            });
            for (Document scanned : writes.find()) {
                if (writes.find(new Document("_id", scanned.getString("_id"))).first() == null) {
                    lost.add(scanned.getString("_id") + " stands without its index entry");
                }
            }
        }
        return lost;
    }
}
