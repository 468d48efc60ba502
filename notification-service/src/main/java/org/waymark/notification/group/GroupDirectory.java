package org.waymark.notification.group;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.waymark.notification.group.domain.DirectoryEntry.ActionGroup;
import org.waymark.notification.group.domain.DirectoryEntry.Partner;

/**
 * Who chairs which group today, as the feed {@code groups} has it. Read from the store each time, so that a term that
 * ends or a suspension counts from the moment it is known, on every instance. Days are days in UTC.
 */
public final class GroupDirectory {

    private final MongoCollection<Document> entries;
    private final GroupProjection projection;
    private final Clock clock;

    GroupDirectory(MongoDatabase database, GroupProjection projection, Clock clock) {
        this.entries = database.getCollection(GroupConfiguration.FEED);
        this.projection = projection;
        this.clock = clock;
        entries.createIndex(Indexes.ascending("view.coChairs.partnerId"), new IndexOptions().sparse(true));
        entries.createIndex(Indexes.ascending("view.mergedInto"), new IndexOptions().sparse(true));
    }

    /** Ids of the groups the partner co-chairs today. */
    public Set<String> chairedBy(String partnerId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<String> groups = new HashSet<>();
        for (Document found : entries.find(new Document("view.coChairs.partnerId", partnerId))) {
            if (projection.read(found.get("view", Document.class)) instanceof ActionGroup group
                    && group.isChairedBy(partnerId, today)) {
                groups.add(group.id());
            }
        }
        return groups;
    }

    public boolean hasGroup(String groupId) {
        Document found = entries.find(new Document("_id", groupId)).first();
        Document view = found == null ? null : found.get("view", Document.class);
        return view != null && projection.read(view) instanceof ActionGroup;
    }

    /** The partner and all that were merged into it, or into one of those. */
    public Set<String> idsOf(String partnerId) {
        Set<String> ids = new HashSet<>(Set.of(partnerId));
        Set<String> asked = ids;
        while (!asked.isEmpty()) {
            Set<String> found = new HashSet<>();
            entries.find(new Document("view.mergedInto", new Document("$in", List.copyOf(asked))))
                    .projection(new Document("_id", 1))
                    .forEach(merged -> found.add(merged.getString("_id")));
            found.removeAll(ids);
            ids.addAll(found);
            asked = found;
        }
        return ids;
    }

    /** Whether the partner is recorded as suspended or withdrawn. One that is not in the directory is not. */
    public boolean bars(String partnerId) {
        Document found = entries.find(new Document("_id", partnerId)).first();
        Document view = found == null ? null : found.get("view", Document.class);
        return view != null && projection.read(view) instanceof Partner partner && partner.isBarred();
    }
}
