package org.waymark.partner.contacts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.waymark.edge.Problem;

/** The contacts of partners in the collection {@code contacts}, a document for each partner. */
@Component
class Contacts {

    /** @param version 0 until any were given */
    record Listed(long version, List<Contact> contacts) {}

    private static final String VERSION = "version";

    private final MongoCollection<Document> collection;

    Contacts(MongoDatabase database) {
        this.collection = database.getCollection("contacts");
    }

    Listed of(String partnerId) {
        Document found = collection.find(new Document("_id", partnerId)).first();
        return found == null
                ? new Listed(0, List.of())
                : new Listed(
                        found.getLong(VERSION),
                        found.getList("contacts", Document.class).stream()
                                .map(Contacts::read)
                                .toList());
    }

    /** @throws Problem 412 where another change came between */
    Listed put(String partnerId, long before, List<Contact> contacts) {
        Document row = new Document("_id", partnerId)
                .append(VERSION, before + 1)
                .append("contacts", contacts.stream().map(Contacts::write).toList());
        if (before == 0 ? !isInserted(row) : !isReplaced(row, before)) {
            Problem.checkIfMatch(Problem.etag(before), of(partnerId).version());
        }
        return new Listed(before + 1, contacts);
    }

    private boolean isInserted(Document row) {
        try {
            collection.insertOne(row);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean isReplaced(Document row, long before) {
        return collection
                        .replaceOne(new Document("_id", row.getString("_id")).append(VERSION, before), row)
                        .getMatchedCount()
                > 0;
    }

    private static Document write(Contact contact) {
        return new Document("name", contact.name())
                .append("email", contact.email())
                .append("phone", contact.phone())
                .append("purpose", contact.purpose());
    }

    private static Contact read(Document row) {
        return new Contact(
                row.getString("name"), row.getString("email"), row.getString("phone"), row.getString("purpose"));
    }
}
