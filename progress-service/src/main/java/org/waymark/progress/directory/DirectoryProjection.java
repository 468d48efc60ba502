package org.waymark.progress.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import org.waymark.progress.directory.DirectoryEntry.CoChair;
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
        String zone = stored.getString("timeZone");
        List<Document> terms = stored.getList("coChairs", Document.class);
        return new DirectoryEntry(
                stored.getString("name"),
                stored.getString("acronym"),
                stored.getString("status"),
                zone == null ? null : ZoneId.of(zone),
                terms == null
                        ? null
                        : terms.stream().map(DirectoryProjection::term).toList());
    }

    @Override
    public Document write(DirectoryEntry entry) {
        ZoneId zone = entry.timeZone();
        List<CoChair> terms = entry.coChairs();
        Document written = new Document("name", entry.name())
                .append("acronym", entry.acronym())
                .append("status", entry.status())
                .append("timeZone", zone == null ? null : zone.getId());
        return terms == null
                ? written
                : written.append(
                        "coChairs",
                        terms.stream().map(DirectoryProjection::term).toList());
    }

    private static Document term(CoChair term) {
        LocalDate to = term.to();
        return new Document("partnerId", term.partnerId())
                .append("from", term.from().toString())
                .append("to", to == null ? null : to.toString());
    }

    private static CoChair term(Document stored) {
        String to = stored.getString("to");
        return new CoChair(
                stored.getString("partnerId"),
                LocalDate.parse(stored.getString("from")),
                to == null ? null : LocalDate.parse(to));
    }
}
