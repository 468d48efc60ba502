package org.waymark.progress.commitments.store;

import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentRevised;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSubmitted;
import org.waymark.progress.commitments.domain.CommitmentEvent.IndicatorAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.MilestoneAdded;
import org.waymark.progress.commitments.domain.CommitmentEvent.PeriodAdded;

/**
 * How much of what the platform keeps in one piece (400 KB) a plan may take. The rest stays for what is reported,
 * reviewed and brought by time: none of that may ever find that there is no room.
 */
final class Headroom {

    private static final int MOST = 250 * 1024;

    private Headroom() {}

    /** @throws Problem 413 where these events make a plan grow that is, or becomes, too large */
    static void check(List<CommitmentEvent> events, @Nullable Document before, Document after) {
        if (events.stream().anyMatch(Headroom::isOfThePlan)) {
            int size = size(after);
            if (size > MOST && (before == null || size > size(before))) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "The plan of one commitment may take 250 KB, so that there is room to report on it."
                                + " Split it into several commitments.");
            }
        }
    }

    private static boolean isOfThePlan(CommitmentEvent event) {
        return event instanceof CommitmentSubmitted
                || event instanceof CommitmentRevised
                || event instanceof MilestoneAdded
                || event instanceof IndicatorAdded
                || event instanceof PeriodAdded;
    }

    /** As BSON. */
    private static int size(Document document) {
        return new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }
}
