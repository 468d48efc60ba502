package org.waymark.partner.groups;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.WorkPlan;
import org.waymark.partner.domain.Workstream;
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
                state.getInteger("seats", ActionGroup.USUAL_SEATS),
                state.getList("coChairs", Document.class).stream()
                        .map(ActionGroupFormat::coChair)
                        .toList(),
                state.getList("workstreams", Document.class, List.of()).stream()
                        .map(ActionGroupFormat::workstream)
                        .toList());
    }

    private static Workstream workstream(Document row) {
        return new Workstream(
                row.getString("id"),
                row.getString("name"),
                row.getList("plans", Document.class).stream()
                        .map(ActionGroupFormat::plan)
                        .toList());
    }

    private static WorkPlan plan(Document row) {
        String url = row.getString("url");
        return new WorkPlan(row.getInteger("year"), row.getString("title"), url == null ? null : URI.create(url));
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
                .append("seats", group.seats())
                .append(
                        "coChairs",
                        group.coChairs().stream().map(ActionGroupFormat::row).toList())
                .append(
                        "workstreams",
                        group.workstreams().stream().map(ActionGroupFormat::row).toList());
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

    private static Document row(Workstream workstream) {
        return new Document("id", workstream.id())
                .append("name", workstream.name())
                .append(
                        "plans",
                        workstream.plans().stream().map(ActionGroupFormat::row).toList());
    }

    private static Document row(WorkPlan plan) {
        Document row = new Document("year", plan.year()).append("title", plan.title());
        return plan.url() == null ? row : row.append("url", plan.url().toString());
    }

    private static Document row(CoChair coChair) {
        Document row = new Document("partnerId", coChair.partner().toString())
                .append("from", coChair.from().toString());
        return coChair.to() == null ? row : row.append("to", coChair.to().toString());
    }
}
