package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.stream.Stream;
import org.bson.Document;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;
import org.waymark.progress.dashboard.domain.Card;
import tools.jackson.databind.json.JsonMapper;

/** A generation's collections, with what reads and feeds them. */
public final class ReadModel {

    static final String FEED = "dashboard";
    static final String TOPIC = "waymark.commitments";

    private static final int WITH_JOURNAL = 3;

    final MongoCollection<Document> cards;
    final MongoTallies tallies;
    final MongoUpdates updates;
    final MongoActivity activity;
    final DashboardProjection projection;

    private final Generation generation;
    private final Feed<Card> feed;
    private final MongoCollection<Document> held;

    ReadModel(Generation generation, MongoDatabase database, Platform platform, JsonMapper json) {
        String name = generation.collection();
        this.generation = generation;
        this.tallies = new MongoTallies(platform, name + "_tallies");
        this.updates = new MongoUpdates(platform, name + "_updates");
        this.activity = new MongoActivity(platform, database.getCollection(name + "_activity"));
        this.projection = new DashboardProjection(json, tallies, updates, activity);
        this.feed = platform.feed(FEED, name, TOPIC, projection);
        this.held = database.getCollection(name + "_held");
        this.cards = database.getCollection(name);
        Stream.of(
                        "lead",
                        "group",
                        "countries",
                        "level",
                        "regions",
                        "sdgTargets",
                        "workstream",
                        "due",
                        "changedAt",
                        "heardAt",
                        "slippedDays",
                        "unverified")
                .forEach(field -> cards.createIndex(Indexes.ascending("view." + field, "_id")));
        cards.createIndex(Indexes.ascending("partition"));
    }

    public int number() {
        return generation.number();
    }

    public Feed<Card> feed() {
        return feed;
    }

    /** How many events wait: one may be given up without the feed moving on. */
    long held() {
        return held.countDocuments();
    }

    /** Earlier versions kept none. */
    boolean hasJournal() {
        return generation.shape() >= WITH_JOURNAL;
    }

    /** Whether this version of the code may feed it; what an earlier one made is shown as it stands. */
    public boolean isOfThisShape() {
        return generation.shape() == DashboardProjection.SHAPE;
    }
}
