package org.waymark.progress.dashboard.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.CardFold;
import org.waymark.progress.dashboard.domain.CommitmentEvents;
import org.waymark.progress.dashboard.domain.CommitmentEvents.OfUpdate;
import org.waymark.progress.dashboard.domain.Milestone;
import org.waymark.progress.dashboard.domain.UpdateFold.Said;
import org.waymark.progress.dashboard.domain.Updates;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads events, folds cards, and has every tally and every row written before the cards are. */
final class DashboardProjection implements Projection<Card> {

    /** Cards of another one are {@link EarlierCards}, and all that was made with them is made again. */
    static final int SHAPE = 3;

    private final JsonMapper json;
    private final MongoTallies tallies;
    private final MongoUpdates updates;
    private final MongoActivity activity;

    DashboardProjection(JsonMapper json, MongoTallies tallies, MongoUpdates updates, MongoActivity activity) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.tallies = tallies;
        this.updates = updates;
        this.activity = activity;
    }

    @Override
    public boolean understands(String type) {
        return EventTypes.isRead(type);
    }

    @Override
    public boolean ignores(String type) {
        return false;
    }

    @Override
    public Card apply(@Nullable Card card, Event event) {
        return CardFold.apply(card, read(event), event.time());
    }

    @Override
    public void beforeViews(List<Step<Card>> steps) {
        List<Counted> counted = steps.stream().map(Counted::of).toList();
        tallies.write(counted);
        activity.write(counted);
        List<Said> said = new ArrayList<>();
        for (Step<Card> step : steps) {
            Event event = step.event();
            if (OfUpdate.class.isAssignableFrom(EventTypes.of(event.type()))) {
                said.add(new Said(event.subject(), event.sequence(), event.time(), (OfUpdate) read(event)));
            }
        }
        updates.write(said);
    }

    private CommitmentEvents read(Event event) {
        return json.readValue(event.data(), EventTypes.of(event.type()));
    }

    /** The card is kept as JSON, with beside it what lists are filtered and sorted by. */
    @Override
    public Document write(Card card) {
        Card.Promise promise = card.promise();
        Card.Reach reach = promise.reach();
        return new Document("lead", promise.lead())
                .append("group", promise.place().group())
                .append("workstream", promise.place().workstream())
                .append("level", reach.level())
                .append("countries", reach.countries())
                .append("regions", reach.regions())
                .append("sdgTargets", reach.sdgTargets())
                .append("changedAt", Date.from(card.changedAt()))
                .append("due", open(card))
                .append("heardAt", heardAt(card))
                .append("slippedDays", slippedDays(card))
                .append("unverified", unverified(card))
                .append("shape", SHAPE)
                .append("card", json.writeValueAsString(card));
    }

    @Override
    public Card read(Document stored) {
        String card = stored.getString("card");
        int shape = stored.getInteger("shape", 1);
        return shape == SHAPE
                ? json.readValue(card, Card.class)
                : json.treeToValue(EarlierCards.upgraded((ObjectNode) json.readTree(card), shape), Card.class);
    }

    /** The days on which open milestones are due. */
    private static List<String> open(Card card) {
        return card.milestones().stream()
                .filter(Milestone::isOpen)
                .map(one -> one.schedule().due().toString())
                .toList();
    }

    private static @Nullable Date heardAt(Card card) {
        Updates.Last last = card.updates().last();
        return last == null ? null : Date.from(last.recordedAt());
    }

    private static long slippedDays(Card card) {
        return card.milestones().stream()
                .mapToLong(one -> one.schedule().slippedDays())
                .sum();
    }

    /** How many milestones are reported reached and not verified. */
    private static long unverified(Card card) {
        return card.milestones().stream()
                .filter(one -> one.state() == Milestone.State.REACHED)
                .count();
    }
}
