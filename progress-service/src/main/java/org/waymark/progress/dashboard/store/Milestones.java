package org.waymark.progress.dashboard.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.domain.Milestone;
import org.waymark.progress.dashboard.store.Dashboard.Standing;

/** Open milestones of all commitments, by the day they are due. */
@Component
public class Milestones {

    private static final String BEFORE_ALL = "0000-01-01";
    private static final String AFTER_ALL = "9999-12-31";

    /** Sorts behind every id of a milestone. */
    private static final String LAST = "\uffff";

    /**
     * Which ones.
     *
     * @param leads the partners whose commitments count; null for those of all
     * @param from the first day on which they are due, null for any
     * @param until the last one, null for any
     * @param isSlipped only those that were put off at least once
     */
    public record Wanted(
            Filter filter,
            @Nullable Set<String> leads,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean isSlipped) {

        private Document days() {
            return new Document("$gte", from == null ? BEFORE_ALL : from.toString())
                    .append("$lte", until == null ? AFTER_ALL : until.toString());
        }

        private boolean includes(Milestone one, String due) {
            return one.isOpen()
                    && one.schedule().due().toString().equals(due)
                    && (!isSlipped || one.schedule().slips() > 0);
        }
    }

    public record Place(String due, String commitment, String milestone) {}

    public record Due(Standing of, Milestone milestone) {

        public Place place() {
            return new Place(milestone.schedule().due().toString(), of.id(), milestone.id());
        }
    }

    /** A day on which a commitment has something due. */
    private record Day(String due, String commitment) {}

    private final ReadModels models;
    private final Dashboard dashboard;

    Milestones(ReadModels models, Dashboard dashboard) {
        this.models = models;
        this.dashboard = dashboard;
    }

    /** By day, commitment and id; what is due first comes first. */
    public List<Due> find(Wanted wanted, @Nullable Place after, int limit) {
        List<Due> found = new ArrayList<>();
        Place place = after;
        int atOnce = limit + 2; // one may have been given already, and one more says that there is more
        while (found.size() < limit) {
            List<Day> days = days(wanted, place, atOnce);
            Map<String, Standing> cards =
                    dashboard.cards(days.stream().map(Day::commitment).toList());
            for (Day day : days) {
                found.addAll(due(wanted, day, cards.get(day.commitment()), place));
            }
            if (days.size() < atOnce) {
                break;
            }
            place = new Place(days.getLast().due(), days.getLast().commitment(), LAST);
        }
        return found.stream().limit(limit).toList();
    }

    private static List<Due> due(Wanted wanted, Day day, @Nullable Standing card, @Nullable Place after) {
        if (card == null) {
            return List.of();
        }
        boolean isBegun = after != null
                && after.due().equals(day.due())
                && after.commitment().equals(day.commitment());
        return card.card().milestones().stream()
                .filter(one -> wanted.includes(one, day.due()))
                .filter(one -> !isBegun
                        || one.id().compareTo(Objects.requireNonNull(after).milestone()) > 0)
                .sorted(Comparator.comparing(Milestone::id))
                .map(one -> new Due(card, one))
                .toList();
    }

    private List<Day> days(Wanted wanted, @Nullable Place after, int limit) {
        Document cards =
                wanted.filter().ofCards(wanted.leads()).append("view.due", new Document("$elemMatch", wanted.days()));
        if (wanted.isSlipped()) {
            cards.append("view.slippedDays", new Document("$gt", 0));
        }
        Document due = new Document("due", wanted.days());
        if (after != null) {
            due.append(
                    "$or",
                    List.of(
                            new Document("due", new Document("$gt", after.due())),
                            new Document("due", after.due()).append("_id", new Document("$gte", after.commitment()))));
        }
        List<Day> days = new ArrayList<>();
        models.serving()
                .cards
                .aggregate(List.of(
                        new Document("$match", cards),
                        new Document("$project", new Document("due", "$view.due")),
                        new Document("$unwind", "$due"),
                        new Document("$match", due),
                        new Document("$group", new Document("_id", new Document("due", "$due").append("of", "$_id"))),
                        new Document("$sort", new Document("_id.due", 1).append("_id.of", 1)),
                        new Document("$limit", limit)))
                .forEach(row -> {
                    Document day = row.get("_id", Document.class);
                    days.add(new Day(day.getString("due"), day.getString("of")));
                });
        return days;
    }
}
