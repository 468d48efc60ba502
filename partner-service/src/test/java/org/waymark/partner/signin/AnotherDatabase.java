package org.waymark.partner.signin;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;

/** An empty one on the same store, read and written with the concerns that the service has. */
final class AnotherDatabase {

    private AnotherDatabase() {}

    static MongoDatabase of(MongoClient client) {
        return client.getDatabase("another" + UUID.randomUUID())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }
}
