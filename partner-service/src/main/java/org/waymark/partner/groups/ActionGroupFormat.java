package org.waymark.partner.groups;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.wire.EventReading;
import org.waymark.platform.Event;

/** An action group as the store has it; days as ISO text, because a day has no time zone. */
final class ActionGroupFormat implements Aggregates.Format<ActionGroup> {

    @Override
    public ActionGroup read(Document state) {
        return new ActionGroup(
                state.getString("name"),
                state.getBoolean("default"),
                state.getList("coChairs", Document.class).stream()
                        .map(ActionGroupFormat::coChair)
                        .toList());
    }

    private static CoChair coChair(Document row) {
        return new CoChair(
                new PartnerId(UUID.fromString(row.getString("partnerId"))),
                LocalDate.parse(row.getString("from")),
                Optional.ofNullable(row.getString("to")).map(LocalDate::parse).orElse(null));
    }

    @Override
    public Document write(ActionGroup group) {
        return new Document("name", group.name())
                .append("default", group.isDefault())
                .append(
                        "coChairs",
                        group.coChairs().stream().map(ActionGroupFormat::row).toList());
    }

    @Override
    public boolean concerns(String type) {
        return EventReading.isOfGroup(type);
    }

    @Override
    public ActionGroup after(Event event) {
        return EventReading.group(event).group();
    }

    @Override
    public byte @Nullable [] body(Event event) {
        return null;
    }

    private static Document row(CoChair coChair) {
        Document row = new Document("partnerId", coChair.partner().toString())
                .append("from", coChair.from().toString());
        return coChair.to() == null ? row : row.append("to", coChair.to().toString());
    }
}
