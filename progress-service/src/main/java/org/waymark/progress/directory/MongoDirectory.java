package org.waymark.progress.directory;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

/** The directory as its feed keeps it in the collection {@code directory}. */
class MongoDirectory implements Directory {

    private final MongoCollection<Document> entries;
    private final DirectoryProjection projection;

    MongoDirectory(MongoDatabase database, DirectoryProjection projection) {
        this.entries = database.getCollection("directory");
        this.projection = projection;
    }

    @Override
    public boolean isShutOut(String partnerId) {
        Document found = entries.find(new Document("_id", partnerId)).first();
        return found != null
                && found.get("view") instanceof Document view
                && projection.read(view).isShutOut();
    }

    @Override
    public Map<String, Name> names(Collection<String> ids) {
        Map<String, Name> names = new HashMap<>();
        query(new Document("_id", new Document("$in", List.copyOf(new HashSet<>(ids)))))
                .forEach(name -> names.put(name.id(), name));
        return names;
    }

    @Override
    public List<Name> partners() {
        return query(new Document("view.status", new Document("$exists", true).append("$ne", null)));
    }

    private List<Name> query(Document query) {
        List<Name> found = new ArrayList<>();
        entries.find(query).forEach(entry -> {
            if (entry.get("view") instanceof Document view) {
                found.add(new Name(entry.getString("_id"), view.getString("name")));
            }
        });
        return found;
    }

    /** The feed's bean name is also its binding and its collection. */
    @Configuration
    static class Wiring {

        @Bean
        Feed<DirectoryEntry> directory(Platform platform, DirectoryProjection projection) {
            return platform.feed("directory", "waymark.partners", projection);
        }

        @Bean
        Directory partnerDirectory(MongoDatabase database, DirectoryProjection projection) {
            return new MongoDirectory(database, projection);
        }
    }
}
