package org.waymark.notification.watch;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.waymark.notification.alert.domain.Cause;

/**
 * How far the version before had read, in the watches it left behind. Its rules were three; the others see the history
 * of each commitment when the watches are made anew. What still is so they alert of, what is over they alert of and
 * resolve; but a milestone verified last year is no news any more.
 */
final class EarlierWatches {

    private static final String COLLECTION = "watches";

    private final MongoCollection<Document> watches;

    EarlierWatches(MongoDatabase database) {
        watches = database.getCollection(COLLECTION);
    }

    /** The last sequence that was read of each, where any was. */
    Map<String, Long> read(Collection<String> commitments) {
        Map<String, Long> read = new HashMap<>();
        watches.find(new Document("_id", new Document("$in", List.copyOf(commitments))))
                .projection(new Document("sequence", 1))
                .forEach(found -> read.put(found.getString("_id"), found.getLong("sequence")));
        return read;
    }

    /** Whether the cause is news that was old when these rules came. */
    static boolean isOld(Cause cause, Map<String, Long> read) {
        boolean seen = cause.key().sequence() <= read.getOrDefault(cause.key().commitmentId(), 0L);
        return seen
                && switch (cause.key().rule()) {
                    case MILESTONE_VERIFIED, COMMITMENT_COMPLETED, COMMITMENT_WITHDRAWN, RECOVERED -> true;
                    case MILESTONE_REACHED,
                            OFF_TRACK,
                            MILESTONE_OVERDUE,
                            MILESTONE_SLIPPED,
                            COMMITMENT_SUSPENDED,
                            AT_RISK,
                            SILENT,
                            EVIDENCE_MISSING,
                            VERIFIED_VALUE_CORRECTED,
                            REGRESSED,
                            STALLED,
                            DUE_SOON,
                            REVIEW_WAITING,
                            RETURNED_UNANSWERED -> false;
                };
    }
}
