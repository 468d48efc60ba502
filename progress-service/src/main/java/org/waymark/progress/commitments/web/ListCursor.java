package org.waymark.progress.commitments.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.CommitmentQuery;
import org.waymark.progress.commitments.CommitmentQuery.Order;
import org.waymark.progress.commitments.CommitmentQuery.Place;
import org.waymark.progress.commitments.Commitments.Standing;
import org.waymark.progress.commitments.SortKeys;

/**
 * The place of a page's last commitment in its order: where the next page begins does not move while commitments come
 * and go, unlike a number of rows to pass over.
 */
final class ListCursor {

    private static final String SEPARATOR = "\n";

    private ListCursor() {}

    static String after(CommitmentQuery query, Standing last) {
        String id = last.id().value();
        String place = query.order() == Order.ID ? id : id + SEPARATOR + SortKeys.of(last.commitment(), query.order());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 for a cursor of another list */
    static Place read(String cursor, Order order) {
        try {
            String[] place =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, 2);
            if ((place.length == 1) == (order == Order.ID)) {
                return new Place(place.length == 1 ? null : place[1], place[0]);
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.invalid("cursor", "Send it as it was given, with the same sort.");
    }
}
