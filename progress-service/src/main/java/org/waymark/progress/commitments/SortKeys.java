package org.waymark.progress.commitments;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.commitments.CommitmentQuery.Order;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.Milestone;

/** What lists are sorted by, as texts that sort as they should. */
public final class SortKeys {

    /** Sorts behind every day that may be given. */
    private static final String NEVER = "9999-12-31";

    private static final int TITLE_SORTED_BY = 100;

    private SortKeys() {}

    /** @throws IllegalArgumentException for {@link Order#ID}, which needs none */
    public static String of(Commitment commitment, Order order) {
        return switch (order) {
            case ID -> throw new IllegalArgumentException("the id is not part of the state");
            case TITLE -> title(commitment.promise().title());
            case START -> commitment.promise().start().toString();
            case END -> end(commitment.promise().end());
            case DUE ->
                commitment.milestones().stream()
                        .filter(Milestone::isOpen)
                        .map(one -> one.due().toString())
                        .min(String::compareTo)
                        .orElse(NEVER);
            case HEARD -> "%015d".formatted(commitment.heard().toEpochMilli());
        };
    }

    private static String title(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return lower.length() <= TITLE_SORTED_BY ? lower : lower.substring(0, lastWhole(lower));
    }

    /** Half a character is stored as another one: no cursor made of it would be found again. */
    private static int lastWhole(String longer) {
        return Character.isHighSurrogate(longer.charAt(TITLE_SORTED_BY - 1)) ? TITLE_SORTED_BY - 1 : TITLE_SORTED_BY;
    }

    private static String end(@Nullable LocalDate end) {
        return end == null ? NEVER : end.toString();
    }
}
