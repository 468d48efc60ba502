package org.waymark.progress.directory;

import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Folds waymark.partners: each event carries all facts, so the last one is the entry. */
@Component
class DirectoryProjection implements Projection<DirectoryEntry> {

    private static final Set<String> TYPES = Set.of(
            "org.waymark.partner.registered.v1",
            "org.waymark.partner.changed.v1",
            "org.waymark.action-group.created.v1",
            "org.waymark.action-group.changed.v1");

    private final JsonMapper json;

    DirectoryProjection(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public boolean understands(String type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean ignores(String type) {
        return false;
    }

    @Override
    public DirectoryEntry apply(@Nullable DirectoryEntry entry, Event event) {
        return json.readValue(event.data(), DirectoryEntry.class);
    }

    @Override
    public DirectoryEntry read(Document stored) {
        return new DirectoryEntry(stored.getString("name"), stored.getString("acronym"), stored.getString("status"));
    }

    @Override
    public Document write(DirectoryEntry entry) {
        return new Document("name", entry.name())
                .append("acronym", entry.acronym())
                .append("status", entry.status());
    }
}
