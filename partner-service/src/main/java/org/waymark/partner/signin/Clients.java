package org.waymark.partner.signin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The clients in the collection {@code clients}. */
final class Clients {

    private static final String FROM_SETTINGS = "fromSettings";

    private final MongoCollection<Document> collection;

    Clients(MongoDatabase database) {
        collection = database.getCollection("clients");
        collection.createIndex(Indexes.ascending("partnerId"));
    }

    void add(Client client) {
        collection.insertOne(write(client));
    }

    /** The one client that the settings name: it takes the place of any they named before. */
    void putFromSettings(Client client) {
        Document row = write(client).append(FROM_SETTINGS, true);
        collection.replaceOne(new Document("_id", client.clientId()), row, new ReplaceOptions().upsert(true));
        collection.deleteMany(new Document(FROM_SETTINGS, true).append("_id", new Document("$ne", client.clientId())));
    }

    void rehash(String clientId, String secretHash) {
        collection.updateOne(
                new Document("_id", clientId), new Document("$set", new Document("secretHash", secretHash)));
    }

    Optional<Client> find(String clientId) {
        return Optional.ofNullable(
                        collection.find(new Document("_id", clientId)).first())
                .map(Clients::read);
    }

    List<Client> of(String partnerId) {
        return collection
                .find(new Document("partnerId", partnerId))
                .sort(new Document("_id", 1))
                .map(Clients::read)
                .into(new ArrayList<>());
    }

    /** Returns false where the partner has no such client. */
    boolean revoke(String partnerId, String clientId) {
        return collection
                        .deleteOne(new Document("_id", clientId).append("partnerId", partnerId))
                        .getDeletedCount()
                > 0;
    }

    private static Document write(Client client) {
        Document row = new Document("_id", client.clientId());
        if (client.partnerId() != null) {
            row.append("partnerId", client.partnerId());
        }
        return row.append("name", client.name())
                .append("roles", client.roles())
                .append("secretHash", client.secretHash())
                .append("createdAt", Date.from(client.createdAt()));
    }

    private static Client read(Document row) {
        return new Client(
                row.getString("_id"),
                row.getString("partnerId"),
                row.getString("name"),
                row.getList("roles", String.class),
                row.getString("secretHash"),
                row.getDate("createdAt").toInstant());
    }
}
