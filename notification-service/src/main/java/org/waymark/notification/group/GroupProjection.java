package org.waymark.notification.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.notification.group.domain.DirectoryEntry;
import org.waymark.notification.group.domain.DirectoryEntry.ActionGroup;
import org.waymark.notification.group.domain.DirectoryEntry.Partner;
import org.waymark.notification.group.domain.DirectoryEntry.Term;
import org.waymark.notification.wire.EventJson;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;

/** Each event of partners and groups tells all facts anew, so the latest one is the entry. */
final class GroupProjection implements Projection<DirectoryEntry> {

    /** Of a partner that was merged, too, its status says that it takes part no more. */
    private static final Set<String> PARTNER = Set.of(
            "org.waymark.partner.registered.v1", "org.waymark.partner.changed.v1", "org.waymark.partner.merged.v1");

    private static final Set<String> GROUP =
            Set.of("org.waymark.action-group.created.v1", "org.waymark.action-group.changed.v1");

    /** Types that tell this service nothing. */
    static final Set<String> IGNORED = Set.of(
            "org.waymark.pathfinder-country.recorded.v1",
            "org.waymark.research-question.shared.v1",
            "org.waymark.practice.shared.v1",
            "org.waymark.access.revoked.v1");

    record PartnerFacts(
            @Nullable String name,
            @Nullable String status,
            @Nullable String into) {}

    record GroupFacts(@Nullable String name, @Nullable List<CoChair> coChairs) {

        record CoChair(
                @Nullable String partnerId,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {

            Term term() {
                return new Term(needed(partnerId, "coChairs.partnerId"), needed(from, "coChairs.from"), to);
            }
        }
    }

    @Override
    public boolean understands(String type) {
        return PARTNER.contains(type) || GROUP.contains(type);
    }

    @Override
    public boolean ignores(String type) {
        return IGNORED.contains(type);
    }

    @Override
    public DirectoryEntry apply(@Nullable DirectoryEntry entry, Event event) {
        if (PARTNER.contains(event.type())) {
            PartnerFacts facts = EventJson.read(event.data(), PartnerFacts.class);
            return new Partner(
                    event.subject(), needed(facts.name(), "name"), needed(facts.status(), "status"), facts.into());
        }
        GroupFacts facts = EventJson.read(event.data(), GroupFacts.class);
        List<Term> terms = needed(facts.coChairs(), "coChairs").stream()
                .map(GroupFacts.CoChair::term)
                .toList();
        return new ActionGroup(event.subject(), needed(facts.name(), "name"), terms);
    }

    private static <T> T needed(@Nullable T value, String field) {
        return Objects.requireNonNull(value, () -> "the event lacks " + field);
    }

    @Override
    public Document write(DirectoryEntry entry) {
        return switch (entry) {
            case Partner partner ->
                new Document("kind", "partner")
                        .append("id", partner.id())
                        .append("name", partner.name())
                        .append("status", partner.status())
                        .append("mergedInto", partner.mergedInto());
            case ActionGroup group ->
                new Document("kind", "group")
                        .append("id", group.id())
                        .append("name", group.name())
                        .append(
                                "coChairs",
                                group.coChairs().stream()
                                        .map(GroupProjection::write)
                                        .toList());
        };
    }

    private static Document write(Term term) {
        LocalDate to = term.to();
        return new Document("partnerId", term.partnerId())
                .append("from", term.from().toString())
                .append("to", to == null ? null : to.toString());
    }

    @Override
    public DirectoryEntry read(Document stored) {
        if (stored.getString("kind").equals("partner")) {
            return new Partner(
                    stored.getString("id"),
                    stored.getString("name"),
                    stored.getString("status"),
                    stored.getString("mergedInto"));
        }
        List<Term> terms = stored.getList("coChairs", Document.class).stream()
                .map(GroupProjection::term)
                .toList();
        return new ActionGroup(stored.getString("id"), stored.getString("name"), terms);
    }

    private static Term term(Document stored) {
        String to = stored.getString("to");
        return new Term(
                stored.getString("partnerId"),
                LocalDate.parse(stored.getString("from")),
                to == null ? null : LocalDate.parse(to));
    }
}
