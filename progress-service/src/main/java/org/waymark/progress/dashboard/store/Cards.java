package org.waymark.progress.dashboard.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.store.Dashboard.Standing;

/** Lists of cards, sorted by what stands beside each. */
@Component
public class Cards {

    private static final String ID = "_id";

    /** Cards that come to the same are sorted by their ids, the same way round. */
    public enum Order {
        ID(Cards.ID, 1),
        /** Silent for longest first, before them those never heard of. */
        HEARD("view.heardAt", 1),
        /** Put off by the most days first. */
        SLIPPED("view.slippedDays", -1),
        /** The most milestones reported reached and not verified first. */
        GAP("view.unverified", -1),
        /** The newest first. */
        CHANGED("view.changedAt", -1);

        private final String field;
        private final int direction;

        Order(String field, int direction) {
            this.field = field;
            this.direction = direction;
        }

        private Document sort() {
            Document sort = new Document(field, direction);
            return this == ID ? sort : sort.append(Cards.ID, direction);
        }

        private @Nullable Object value(Document row) {
            return this == ID ? null : row.get("view", Document.class).get(field.substring("view.".length()));
        }

        /** Days are stored as dates, numbers as they are. */
        private @Nullable Object stored(@Nullable Long value) {
            return switch (this) {
                case ID -> null;
                case HEARD, CHANGED -> value == null ? null : new Date(value);
                case SLIPPED, GAP -> value;
            };
        }

        /** Nothing sorts before everything. */
        private List<Document> behind(Place place) {
            String further = direction > 0 ? "$gt" : "$lt";
            Document byId = new Document(Cards.ID, new Document(further, place.id()));
            if (this == ID) {
                return List.of(byId);
            }
            Object value = stored(place.value());
            List<Document> behind = new ArrayList<>(List.of(byId.append(field, value)));
            if (value != null) {
                behind.add(new Document(field, new Document(further, value)));
            }
            if (direction > 0 && value == null) {
                behind.add(new Document(field, new Document("$ne", null)));
            }
            if (direction < 0 && value != null) {
                behind.add(new Document(field, null));
            }
            return behind;
        }
    }

    /** Where a card stands in a list; {@code value} is in milliseconds where it is a time, null where there is none. */
    public record Place(@Nullable Long value, String id) {}

    /** @param next the place of the last one; null where none is behind it */
    public record Listed(List<Standing> cards, @Nullable Place next) {}

    private final ReadModels models;

    Cards(ReadModels models) {
        this.models = models;
    }

    /** @param leads the partners whose cards are listed; null for those of all */
    public Listed list(Filter filter, @Nullable Set<String> leads, Order order, @Nullable Place after, int limit) {
        ReadModel model = models.serving();
        Document query = filter.ofCards(leads);
        if (after != null) {
            query.append("$or", order.behind(after));
        }
        List<Document> rows =
                model.cards.find(query).sort(order.sort()).limit(limit + 1).into(new ArrayList<>());
        List<Document> page = rows.stream().limit(limit).toList();
        List<Standing> cards = page.stream()
                .flatMap(row -> Dashboard.standing(model, row).stream())
                .toList();
        return new Listed(cards, rows.size() > limit ? place(order, page.getLast()) : null);
    }

    private static Place place(Order order, Document row) {
        Object value = order.value(row);
        Long number = value instanceof Date time ? Long.valueOf(time.getTime()) : (Long) value;
        return new Place(number, row.getString(ID));
    }
}
