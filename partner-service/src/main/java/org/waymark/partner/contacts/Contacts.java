package org.waymark.partner.contacts;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.edge.Problem;
import org.waymark.partner.store.GuardedRows;

/** The contacts of partners in the collection {@code contacts}, a document for each partner. */
@Component
class Contacts {

    /** @param version 0 until any were given */
    record Listed(long version, List<Contact> contacts) {}

    private final GuardedRows rows;

    Contacts(MongoDatabase database) {
        this.rows = new GuardedRows("contacts", "contacts", database);
    }

    Listed of(String partnerId) {
        return rows.find(partnerId).map(Contacts::listed).orElseGet(() -> new Listed(0, List.of()));
    }

    /** @throws Problem 428, 412 */
    Listed put(String partnerId, @Nullable String ifMatch, List<Contact> contacts) {
        List<Document> next = contacts.stream().map(Contacts::write).toList();
        if (rows.find(partnerId).isEmpty()) {
            Problem.checkIfMatch(ifMatch, 0);
            if (rows.insert(new Document("_id", partnerId).append("contacts", next))) {
                return new Listed(1, contacts);
            }
        }
        return listed(rows.change(partnerId, before -> {
            Problem.checkIfMatch(ifMatch, listed(before).version());
            return before.append("contacts", next);
        }));
    }

    private static Listed listed(Document row) {
        return new Listed(
                row.getLong(GuardedRows.VERSION),
                row.getList("contacts", Document.class).stream()
                        .map(Contacts::read)
                        .toList());
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
