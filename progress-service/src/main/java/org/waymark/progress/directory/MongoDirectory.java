package org.waymark.progress.directory;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;

/** The directory as its feed keeps it in the collection {@code directory}. */
class MongoDirectory implements Directory {

    private final MongoCollection<Document> entries;
    private final DirectoryProjection projection;
    private final DirectoryConfirmation confirmation;

    MongoDirectory(MongoDatabase database, DirectoryProjection projection, DirectoryConfirmation confirmation) {
        this.entries = database.getCollection("directory");
        this.entries.createIndex(Indexes.ascending("view.coChairs.partnerId"), new IndexOptions().sparse(true));
        this.entries.createIndex(Indexes.ascending("heldSince"), new IndexOptions().sparse(true));
        this.entries.createIndex(Indexes.ascending("view.past.mergedInto"), new IndexOptions().sparse(true));
        this.projection = projection;
        this.confirmation = confirmation;
    }

    @Override
    public boolean isShutOut(String partnerId) {
        return entry(partnerId).filter(DirectoryEntry::isShutOut).isPresent();
    }

    @Override
    public Optional<ZoneId> timeZone(String partnerId) {
        return entry(partnerId).map(DirectoryEntry::timeZone);
    }

    @Override
    public Set<String> chairedBy(String partnerId, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<String> groups = new HashSet<>();
        entries.find(new Document("view.coChairs.partnerId", partnerId)).forEach(found -> {
            if (projection.read(found.get("view", Document.class)).isChairedBy(partnerId, today)) {
                groups.add(found.getString("_id"));
            }
        });
        return groups;
    }

    @Override
    public boolean isConfirmed(Instant now) {
        return confirmation.holdsAt(now) && !isAnythingHeld();
    }

    @Override
    public Map<String, Name> names(Collection<String> ids) {
        return names(ids, LocalDate.MAX, LocalDate.MAX);
    }

    @Override
    public Map<String, Name> names(Collection<String> ids, LocalDate asOf, LocalDate knownAt) {
        Map<String, DirectoryEntry> known = withSurvivors(ids, knownAt);
        Map<String, Name> names = new HashMap<>();
        for (String id : ids) {
            String survivor = Survivors.of(id, one -> mergedInto(known.get(one), knownAt));
            DirectoryEntry entry = known.get(survivor);
            if (entry != null) {
                names.put(id, new Name(survivor, entry.on(asOf).name()));
            }
        }
        return names;
    }

    private static @Nullable String mergedInto(@Nullable DirectoryEntry entry, LocalDate knownAt) {
        return entry == null ? null : entry.mergedInto(knownAt);
    }

    /** The entries of these ids, and of those they were merged into, and so on; hardly anybody was. */
    private Map<String, DirectoryEntry> withSurvivors(Collection<String> ids, LocalDate knownAt) {
        Map<String, DirectoryEntry> known = new HashMap<>();
        Set<String> wanted = new HashSet<>(ids);
        while (!wanted.isEmpty()) {
            Map<String, DirectoryEntry> found = entries(new Document("_id", new Document("$in", List.copyOf(wanted))));
            known.putAll(found);
            wanted = found.values().stream()
                    .map(entry -> entry.mergedInto(knownAt))
                    .filter(into -> into != null && !known.containsKey(into))
                    .collect(Collectors.toSet());
        }
        return known;
    }

    @Override
    public Map<String, String> survivors(LocalDate knownAt) {
        Map<String, String> merged = new HashMap<>();
        entries(new Document("view.past.mergedInto", new Document("$gt", ""))).forEach((id, entry) -> {
            String into = entry.mergedInto(knownAt);
            if (into != null) {
                merged.put(id, into);
            }
        });
        Map<String, String> survivors = new HashMap<>();
        merged.keySet().forEach(id -> survivors.put(id, Survivors.of(id, merged::get)));
        return survivors;
    }

    @Override
    public Map<String, String> survivorsOf(Collection<String> ids) {
        Map<String, DirectoryEntry> known = withSurvivors(ids, LocalDate.MAX);
        Map<String, String> survivors = new HashMap<>();
        for (String id : ids) {
            String survivor = Survivors.of(id, one -> mergedInto(known.get(one), LocalDate.MAX));
            if (!survivor.equals(id)) {
                survivors.put(id, survivor);
            }
        }
        return survivors;
    }

    @Override
    public Map<String, String> typesOn(LocalDate day) {
        Map<String, String> types = new HashMap<>();
        entries(new Document("view.past.type", new Document("$gt", ""))).forEach((id, entry) -> {
            String type = entry.on(day).type();
            if (type != null) {
                types.put(id, type);
            }
        });
        return types;
    }

    private Map<String, DirectoryEntry> entries(Document query) {
        Map<String, DirectoryEntry> found = new HashMap<>();
        entries.find(query).forEach(stored -> {
            if (stored.get("view") instanceof Document view) {
                found.put(stored.getString("_id"), projection.read(view));
            }
        });
        return found;
    }

    /** What is held has been read from the topic, but not understood: it may say that a term has ended. */
    private boolean isAnythingHeld() {
        return entries.find(new Document("heldSince", new Document("$exists", true)))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    private Optional<DirectoryEntry> entry(String id) {
        return Optional.ofNullable(entries.find(new Document("_id", id)).first())
                .map(found -> found.get("view", Document.class))
                .map(projection::read);
    }

    /** The feed's bean name is also its binding and its collection. */
    @Configuration
    static class Wiring {

        /** Earlier versions kept no past; the topic has it. */
        @Bean
        Feed<DirectoryEntry> directory(Platform platform, MongoDatabase database, DirectoryProjection projection) {
            Document withoutPast = new Document("view", new Document("$exists", true))
                    .append("view.past", new Document("$exists", false));
            if (database.getCollection("directory").find(withoutPast).first() != null) {
                List.of("directory", "directory_held", "directory_positions")
                        .forEach(name -> database.getCollection(name).drop());
            }
            return platform.feed("directory", "waymark.partners", projection);
        }

        @Bean
        DirectoryConfirmation directoryConfirmation(
                Feed<DirectoryEntry> directory, KafkaProperties kafka, Clock clock) {
            return new DirectoryConfirmation(directory::positions, "waymark.partners", kafka, clock);
        }

        @Bean
        Directory partnerDirectory(
                MongoDatabase database, DirectoryProjection projection, DirectoryConfirmation confirmation) {
            return new MongoDirectory(database, projection, confirmation);
        }
    }
}
