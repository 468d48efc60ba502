package org.waymark.progress.commitments.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.CommitmentQuery;
import org.waymark.progress.commitments.CommitmentQuery.Order;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.reference.Countries;
import org.waymark.progress.reference.Regions;
import org.waymark.progress.reference.SdgTargets;

/**
 * The parameters of a list of commitments.
 *
 * @param sort one of id, title, start, end, due, heard; with a minus before it, from the other end
 */
record ListFilter(
        @Nullable String partner,
        @Nullable String group,
        @Nullable String workstream,
        @Nullable String level,
        @Nullable String country,
        @Nullable String region,
        @Nullable String sdgTarget,
        @Nullable String status,
        @Nullable String health,
        @Nullable LocalDate dueBefore,
        @Nullable String text,
        @Nullable String sort) {

    private static final int LONGEST_TEXT = 200;

    /**
     * @param idsOf all ids of one partner, by whichever of them
     * @throws Problem 400 for a code that is on no list: an empty answer would look like an answer
     */
    CommitmentQuery query(@Nullable String cursor, Function<String, Set<String>> idsOf) {
        check("country", country, country == null || Countries.isKnown(country));
        check("region", region, region == null || Regions.isKnown(region));
        check("sdgTarget", sdgTarget, sdgTarget == null || SdgTargets.isKnown(sdgTarget));
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
            throw Problem.invalid("text", "1 to " + LONGEST_TEXT + " characters.");
        }
        boolean descending = sort != null && sort.startsWith("-");
        Order order = sort == null ? Order.ID : code("sort", Order.class, descending ? sort.substring(1) : sort);
        return new CommitmentQuery(
                partner == null ? null : idsOf.apply(partner),
                group,
                workstream,
                level == null ? null : code("level", Level.class, level),
                country,
                region,
                sdgTarget,
                status == null ? null : code("status", Status.class, status),
                health == null ? null : code("health", Health.State.class, health),
                dueBefore,
                text,
                order,
                descending,
                cursor == null ? null : ListCursor.read(cursor, order));
    }

    private static void check(String name, @Nullable String code, boolean known) {
        if (!known) {
            throw Problem.invalid(name, "There is no such code: " + code + ".");
        }
    }

    private static <E extends Enum<E>> E code(String name, Class<E> type, String code) {
        return Kebab.parse(type, code)
                .orElseThrow(() -> Problem.invalid(
                        name,
                        "One of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Kebab::of)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
