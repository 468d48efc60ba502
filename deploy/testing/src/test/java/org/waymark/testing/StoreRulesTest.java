package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreRulesTest {

    private static final WriteConcern KEPT = WriteConcern.MAJORITY.withJournal(true);

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestServers.mongoUri("rules")))
            .writeConcern(KEPT)
            .readConcern(ReadConcern.MAJORITY)
            .addCommandListener(new StoreRules())
            .build());
    private final MongoCollection<Document> collection =
            client.getDatabase("rules").getCollection("c");

    @BeforeEach
    void empty() {
        collection.deleteMany(new Document());
        StoreRules.assertHeld();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void held_by_majority_reads_and_journalled_majority_writes() {
        collection.createIndex(Indexes.ascending("v"));
        collection.bulkWrite(List.of(
                new InsertOneModel<>(new Document("_id", 1)),
                new ReplaceOneModel<>(new Document("_id", 1), new Document("_id", 1).append("v", 2))));
        collection.findOneAndReplace(new Document("_id", 1), new Document("v", 3));
        collection.find().first();
        collection.countDocuments();

        assertThatCode(StoreRules::assertHeld).doesNotThrowAnyException();
    }

    @Test
    void catches_a_write_that_a_failover_could_lose() {
        collection.withWriteConcern(WriteConcern.W1).insertOne(new Document("_id", 1));
        collection.withWriteConcern(WriteConcern.MAJORITY).deleteOne(new Document("_id", 1));

        assertThatThrownBy(StoreRules::assertHeld)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("insert of")
                .hasMessageContaining("delete of");
    }

    @Test
    void catches_a_read_that_a_failover_could_take_back() {
        collection.withReadConcern(ReadConcern.LOCAL).find().first();

        assertThatThrownBy(StoreRules::assertHeld)
                .hasMessageContaining("find of")
                .hasMessageContaining("not majority");
    }

    @Test
    void catches_a_document_that_grew_too_large() {
        Document large = new Document("_id", 1).append("text", "x".repeat(1 << 20));

        collection.insertOne(large);
        collection.replaceOne(new Document("_id", 1), large);

        assertThatThrownBy(StoreRules::assertHeld)
                .hasMessageContaining("insert of")
                .hasMessageContaining("update of")
                .hasMessageContaining("writes a document of");
    }
}
