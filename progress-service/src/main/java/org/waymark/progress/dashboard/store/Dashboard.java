package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Tally;
import org.waymark.progress.dashboard.domain.UpdateRow;

/** The read model's queries. */
public final class Dashboard {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A card with where it stands; {@code incompleteSince} is set while an event of it is missing or not understood. */
    public record Standing(
            String id, long sequence, @Nullable Instant incompleteSince, Card card) {}

    private final MongoCollection<Document> cards;
    private final MongoTallies tallies;
    private final MongoUpdates updates;
    private final DashboardProjection projection;
    private final Feed<Card> feed;

    Dashboard(
            MongoDatabase database,
            MongoTallies tallies,
            MongoUpdates updates,
            DashboardProjection projection,
            Feed<Card> feed) {
        this.cards = database.getCollection("dashboard");
        List.of("lead", "group", "countries", "level", "regions", "sdgTargets", "workstream", "changedAt")
                .forEach(field -> cards.createIndex(Indexes.ascending("view." + field, "_id")));
        this.tallies = tallies;
        this.updates = updates;
        this.projection = projection;
        this.feed = feed;
    }

    public Optional<Standing> card(String id) {
        return Optional.ofNullable(cards.find(new Document("_id", id)).first()).flatMap(this::standing);
    }

    /** Waits briefly until the card has come as far as {@code atLeast}; gives it as it is when it has not. */
    public Optional<Standing> card(String id, long atLeast) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<Standing> found = card(id);
        for (long pause = 2; behind(found, atLeast) && System.nanoTime() < deadline; pause = Math.min(50, pause * 2)) {
            Thread.sleep(pause);
            found = card(id);
        }
        return found;
    }

    private static boolean behind(Optional<Standing> found, long atLeast) {
        return found.map(Standing::sequence).orElse(0L) < atLeast;
    }

    /** By id, so that paging is stable while cards change. */
    public List<Standing> cards(Filter filter, @Nullable String after, int limit) {
        Document query = filter.query();
        if (after != null) {
            query.append("_id", new Document("$gt", after));
        }
        return standings(query, new Document("_id", 1), limit);
    }

    public List<Standing> latest(int limit) {
        return standings(Filter.ALL.query(), new Document("view.changedAt", -1), limit);
    }

    public Map<String, Long> total(Tally.Key key, LocalDate asOf, LocalDate knownAt) {
        return tallies.total(key, asOf, knownAt);
    }

    /** Where these updates stand, by id; without those that have not been read from the topic yet. */
    public Map<String, UpdateRow> updates(Collection<String> ids) {
        return updates.byId(ids);
    }

    /** How far the topic has been read, by partition, as the next offset; read it before what it is to stand for. */
    public Map<Integer, Long> positions() {
        return feed.positions();
    }

    private List<Standing> standings(Document query, Document sort, int limit) {
        List<Standing> found = new ArrayList<>();
        cards.find(query).sort(sort).limit(limit).forEach(row -> standing(row).ifPresent(found::add));
        return found;
    }

    /** Nothing where only later events of a commitment have come so far. */
    private Optional<Standing> standing(Document stored) {
        Document view = stored.get("view", Document.class);
        if (view == null) {
            return Optional.empty();
        }
        Date since = stored.getDate("heldSince");
        return Optional.of(new Standing(
                stored.getString("_id"),
                stored.getLong("sequence"),
                since == null ? null : since.toInstant(),
                projection.read(view)));
    }

    /** The feed's bean name is also its binding and its collection. */
    @Configuration
    static class Wiring {

        @Bean
        Feed<Card> dashboard(Platform platform, DashboardProjection projection) {
            return platform.feed("dashboard", "waymark.commitments", projection);
        }

        @Bean
        Dashboard dashboardQueries(
                MongoDatabase database,
                MongoTallies tallies,
                MongoUpdates updates,
                DashboardProjection projection,
                Feed<Card> dashboard) {
            return new Dashboard(database, tallies, updates, projection, dashboard);
        }
    }
}
