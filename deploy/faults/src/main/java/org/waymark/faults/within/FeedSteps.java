package org.waymark.faults.within;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Event;
import org.waymark.platform.Projection;

/** The way of a batch through a feed. */
public final class FeedSteps {

    private static final ThreadLocal<@Nullable Runnable> putOff = new ThreadLocal<>();

    private FeedSteps() {}

    public static void consuming(List<ConsumerRecord<?, ?>> records, MongoCollection<Document> positions) {
        if (!Bug.POSITION_BEFORE_VIEWS.isOn()) {
            return;
        }
        for (ConsumerRecord<?, ?> record : records) {
            Document position = new Document("_id", record.topic() + "-" + record.partition())
                    .append("partition", record.partition())
                    .append("next", record.offset() + 1);
            positions.replaceOne(new Document("_id", position.get("_id")), position, new ReplaceOptions().upsert(true));
        }
    }

    public static void consumed() {
        Points.reached("offset-commit.before");
    }

    /** The sequence a view is to believe it stands at. */
    public static long standsAt(Object arrival, long sequence) {
        long next = ((Event) Objects.requireNonNull(Insides.call(arrival, "event"))).sequence();
        boolean again = next <= sequence && Bug.KNOWN_APPLIED_AGAIN.isOn();
        boolean hole = next > sequence + 1 && Bug.HOLES_SKIPPED.isOn();
        return again || hole ? next - 1 : sequence;
    }

    /** In the place of the projection's own. */
    public static <V> void beforeViews(Projection<V> projection, List<Projection.Step<V>> steps) {
        if (Bug.TALLIES_AFTER_CARDS.isOn() || Bug.ALERTS_AFTER_WATCHES.isOn()) {
            putOff.set(() -> projection.beforeViews(steps));
        } else {
            projection.beforeViews(steps);
        }
    }

    public static void viewsWritten() {
        Runnable late = putOff.get();
        if (late != null) {
            putOff.remove();
            late.run();
        }
    }
}
