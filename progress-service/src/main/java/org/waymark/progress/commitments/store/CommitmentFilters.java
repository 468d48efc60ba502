package org.waymark.progress.commitments.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.CommitmentQuery;
import org.waymark.progress.commitments.CommitmentQuery.Order;
import org.waymark.progress.commitments.CommitmentQuery.Place;
import org.waymark.progress.reference.Regions;

/** A query as the store understands it. */
final class CommitmentFilters {

    private CommitmentFilters() {}

    static Document filter(CommitmentQuery query) {
        Document filter = new Document();
        if (query.leads() != null) {
            filter.append("state.lead", new Document("$in", List.copyOf(query.leads())));
        }
        equal(filter, "group", query.group());
        equal(filter, "workstream", query.workstream());
        equal(filter, "level", code(query.level()));
        equal(filter, "countries", query.country());
        equal(filter, "sdgTargets", query.sdgTarget());
        equal(filter, "status", code(query.status()));
        equal(filter, "health", code(query.health()));
        if (query.dueBefore() != null) {
            filter.append("state.by.due", new Document("$lt", query.dueBefore().toString()));
        }
        List<Document> all = new ArrayList<>();
        if (query.region() != null) {
            all.add(in(query.region()));
        }
        if (query.text() != null) {
            all.add(saying(query.text()));
        }
        if (query.after() != null) {
            all.add(behind(query, query.after()));
        }
        return all.isEmpty() ? filter : filter.append("$and", all);
    }

    static Document sort(CommitmentQuery query) {
        int direction = query.descending() ? -1 : 1;
        return query.order() == Order.ID
                ? new Document("_id", direction)
                : new Document(field(query.order()), direction).append("_id", direction);
    }

    static String field(Order order) {
        return "state.by." + Kebab.of(order);
    }

    private static void equal(Document filter, String field, @Nullable String value) {
        if (value != null) {
            filter.append("state." + field, value);
        }
    }

    private static @Nullable String code(@Nullable Enum<?> value) {
        return value == null ? null : Kebab.of(value);
    }

    /** What names the region or one inside it, or a country in it. */
    private static Document in(String region) {
        return new Document(
                "$or",
                List.of(
                        new Document("state.regions", new Document("$in", List.copyOf(Regions.within(region)))),
                        new Document(
                                "state.countries", new Document("$in", List.copyOf(Regions.countriesOf(region))))));
    }

    private static Document saying(String text) {
        Document pattern = new Document("$regex", Pattern.quote(text)).append("$options", "i");
        return new Document(
                "$or", List.of(new Document("state.title", pattern), new Document("state.description", pattern)));
    }

    private static Document behind(CommitmentQuery query, Place place) {
        String beyond = query.descending() ? "$lt" : "$gt";
        Document byId = new Document("_id", new Document(beyond, place.id()));
        if (query.order() == Order.ID) {
            return byId;
        }
        String field = field(query.order());
        return new Document(
                "$or",
                List.of(new Document(field, new Document(beyond, place.key())), byId.append(field, place.key())));
    }
}
