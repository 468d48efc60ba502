package org.waymark.progress.dashboard.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.UpdateRow;

/** Cards and rows of updates, as they are served. */
@Component("dashboardQueries") // the feed's name is that of its binding
public class Dashboard {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A card with where it stands; {@code incompleteSince} is set while an event of it is missing or not understood. */
    public record Standing(
            String id, long sequence, @Nullable Instant incompleteSince, Card card) {}

    private final ReadModels models;

    Dashboard(ReadModels models) {
        this.models = models;
    }

    public Optional<Standing> card(String id) {
        ReadModel model = models.serving();
        return Optional.ofNullable(model.cards.find(new Document("_id", id)).first())
                .flatMap(row -> standing(model, row));
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

    /** By id; without those that cannot be shown yet. */
    public Map<String, Standing> cards(Collection<String> ids) {
        ReadModel model = models.serving();
        Map<String, Standing> found = new HashMap<>();
        model.cards
                .find(new Document("_id", new Document("$in", List.copyOf(new HashSet<>(ids)))))
                .forEach(row -> standing(model, row).ifPresent(one -> found.put(one.id(), one)));
        return found;
    }

    /** Where these updates stand, by id; without those that have not been read from the topic yet. */
    public Map<String, UpdateRow> updates(Collection<String> ids) {
        return models.serving().updates.byId(ids);
    }

    /** How far the topic has been read, by partition, as the next offset; read it before what it is to stand for. */
    public Map<Integer, Long> positions() {
        return models.serving().feed().positions();
    }

    /** What all that is shown follows from, but for the day: another one as soon as anything may be shown otherwise. */
    public String state() {
        ReadModel model = models.serving();
        return model.number() + " " + new TreeMap<>(model.feed().positions()) + " " + model.held();
    }

    /** Nothing where only later events of a commitment have come so far. */
    static Optional<Standing> standing(ReadModel model, Document stored) {
        Document view = stored.get("view", Document.class);
        if (view == null) {
            return Optional.empty();
        }
        Date since = stored.getDate("heldSince");
        return Optional.of(new Standing(
                stored.getString("_id"),
                stored.getLong("sequence"),
                since == null ? null : since.toInstant(),
                model.projection.read(view)));
    }
}
