package org.waymark.progress.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import org.waymark.progress.directory.DirectoryEntry.CoChair;
import org.waymark.progress.directory.DirectoryEntry.Said;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Folds waymark.partners: each event carries all facts, so the last one is the entry; what was said before is kept by its day. */
@Component
class DirectoryProjection implements Projection<DirectoryEntry> {

    private static final Set<String> TYPES = Set.of(
            "org.waymark.partner.registered.v1",
            "org.waymark.partner.changed.v1",
            "org.waymark.partner.merged.v1",
            "org.waymark.action-group.created.v1",
            "org.waymark.action-group.changed.v1");

    /** They name nobody that a commitment or a figure does. */
    private static final Set<String> IGNORED = Set.of(
            "org.waymark.pathfinder-country.recorded.v1",
            "org.waymark.research-question.shared.v1",
            "org.waymark.practice.shared.v1",
            "org.waymark.access.revoked.v1");

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
        return IGNORED.contains(type);
    }

    @Override
    public DirectoryEntry apply(@Nullable DirectoryEntry entry, Event event) {
        LocalDate day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
        DirectoryEntry next = json.readValue(event.data(), Facts.class).entry(day);
        return entry == null ? next : entry.followedBy(next);
    }

    /** What is read of an event. */
    private record Facts(
            String name,
            @Nullable String acronym,
            @Nullable String type,
            @Nullable String country,
            @Nullable String status,
            @Nullable ZoneId timeZone,
            @Nullable String into,
            @Nullable List<CoChair> coChairs) {

        private DirectoryEntry entry(LocalDate day) {
            Said said = new Said(day, name, acronym, type, country, status, into);
            return new DirectoryEntry(name, acronym, status, timeZone, coChairs, List.of(said));
        }
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
                        : terms.stream().map(DirectoryProjection::term).toList(),
                past(stored));
    }

    /** Earlier versions kept none: what they knew is all there is, for every day. */
    private static List<Said> past(Document stored) {
        List<Document> past = stored.getList("past", Document.class);
        return past == null
                ? List.of(said(new Document(stored).append("since", LocalDate.EPOCH.toString())))
                : past.stream().map(DirectoryProjection::said).toList();
    }

    private static Said said(Document stored) {
        return new Said(
                LocalDate.parse(stored.getString("since")),
                stored.getString("name"),
                stored.getString("acronym"),
                stored.getString("type"),
                stored.getString("country"),
                stored.getString("status"),
                stored.getString("mergedInto"));
    }

    private static Document said(Said said) {
        Document written = new Document("since", said.since().toString())
                .append("name", said.name())
                .append("acronym", said.acronym())
                .append("type", said.type())
                .append("country", said.country())
                .append("status", said.status());
        return said.mergedInto() == null ? written : written.append("mergedInto", said.mergedInto());
    }

    @Override
    public Document write(DirectoryEntry entry) {
        ZoneId zone = entry.timeZone();
        List<CoChair> terms = entry.coChairs();
        Document written = new Document("name", entry.name())
                .append("acronym", entry.acronym())
                .append("status", entry.status())
                .append("timeZone", zone == null ? null : zone.getId())
                .append(
                        "past",
                        entry.past().stream().map(DirectoryProjection::said).toList());
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
