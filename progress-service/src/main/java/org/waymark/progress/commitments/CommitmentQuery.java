package org.waymark.progress.commitments;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Status;

/**
 * Which commitments, in which order, from where on. Null for any.
 *
 * @param leads ids of partners of which one leads
 * @param country ISO 3166 alpha-3 it names
 * @param region UN M49 code: what names it or a region in it, or a country in it
 * @param dueBefore has an open milestone due before that day
 * @param text in its title or description, whatever the case
 * @param after the last one of the page before
 */
public record CommitmentQuery(
        @Nullable Set<String> leads,
        @Nullable String group,
        @Nullable String workstream,
        @Nullable Level level,
        @Nullable String country,
        @Nullable String region,
        @Nullable String sdgTarget,
        @Nullable Status status,
        Health.@Nullable State health,
        @Nullable LocalDate dueBefore,
        @Nullable String text,
        Order order,
        boolean descending,
        @Nullable Place after) {

    public static final CommitmentQuery ALL = new CommitmentQuery(
            null, null, null, null, null, null, null, null, null, null, null, Order.ID, false, null);

    /** What lists are sorted by; where it is equal, or for {@code ID}, the id decides. */
    public enum Order {
        ID,
        TITLE,
        START,
        END,
        /** The open milestone that is due first; without one, last. */
        DUE,
        /** When a partner was last heard. */
        HEARD
    }

    /** The place of one commitment in an order; it stays where it is while others come and go. */
    public record Place(@Nullable String key, String id) {}
}
