package org.waymark.partner.research;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.Finding;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.Research;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.wire.EventReading;
import org.waymark.platform.Event;

/** A question or a practice as the store has it. */
final class ResearchFormat implements Aggregates.Format<Research> {

    private final Research.Kind kind;

    ResearchFormat(Research.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Research read(Document state) {
        String by = state.getString("by");
        return new Research(
                kind,
                by == null ? null : new PartnerId(UUID.fromString(by)),
                state.getString("title"),
                state.getBoolean("open"),
                state.getList("countries", String.class).stream()
                        .map(Country::new)
                        .toList(),
                state.getList("commitments", String.class).stream()
                        .map(UUID::fromString)
                        .toList(),
                state.getList("findings", Document.class).stream()
                        .map(row -> new Finding(row.getString("title"), URI.create(row.getString("url"))))
                        .toList());
    }

    @Override
    public Document write(Research research) {
        Document state = new Document("title", research.title()).append("open", research.open());
        if (research.by() != null) {
            state.append("by", research.by().toString());
        }
        return state.append(
                        "countries",
                        research.countries().stream().map(Country::alpha3).toList())
                .append("commitments", texts(research.commitments()))
                .append(
                        "findings",
                        research.findings().stream()
                                .map(one -> new Document("title", one.title())
                                        .append("url", one.url().toString()))
                                .toList());
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    @Override
    public boolean concerns(String type) {
        return EventReading.isOfResearch(kind, type);
    }

    @Override
    public Research after(Event event) {
        return EventReading.research(event);
    }

    @Override
    public byte @Nullable [] body(Event event) {
        return null;
    }
}
