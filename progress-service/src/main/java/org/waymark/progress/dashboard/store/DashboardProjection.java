package org.waymark.progress.dashboard.store;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.CardFold;
import org.waymark.progress.dashboard.domain.CommitmentEvents;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads events, folds cards, and has every tally written before the cards are. */
@Component
class DashboardProjection implements Projection<Card> {

    private static final Map<String, Class<? extends CommitmentEvents>> TYPES = Map.of(
            "org.waymark.commitment.submitted.v1", CommitmentEvents.Submitted.class,
            "org.waymark.commitment.revised.v1", CommitmentEvents.Revised.class,
            "org.waymark.commitment.progress-reported.v1", CommitmentEvents.ProgressReported.class,
            "org.waymark.commitment.milestone-overdue.v1", CommitmentEvents.MilestoneOverdue.class);

    private final JsonMapper json;
    private final MongoTallies tallies;

    DashboardProjection(JsonMapper json, MongoTallies tallies) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.tallies = tallies;
    }

    @Override
    public boolean understands(String type) {
        return TYPES.containsKey(type);
    }

    @Override
    public boolean ignores(String type) {
        return false;
    }

    @Override
    public Card apply(@Nullable Card card, Event event) {
        Class<? extends CommitmentEvents> type = TYPES.get(event.type());
        if (type == null) {
            throw new IllegalArgumentException("not understood: " + event.type());
        }
        return CardFold.apply(card, json.readValue(event.data(), type), event.time());
    }

    @Override
    public void beforeViews(List<Step<Card>> steps) {
        tallies.write(steps);
    }

    /** The card is kept as JSON, with beside it what lists are filtered and sorted by. */
    @Override
    public Document write(Card card) {
        return new Document("lead", card.lead())
                .append("group", card.group())
                .append("level", card.level())
                .append("countries", card.countries())
                .append("changedAt", Date.from(card.changedAt()))
                .append("card", json.writeValueAsString(card));
    }

    @Override
    public Card read(Document stored) {
        return json.readValue(stored.getString("card"), Card.class);
    }
}
