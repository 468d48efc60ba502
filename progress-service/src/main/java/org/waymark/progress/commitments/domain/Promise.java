package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner promised, apart from how far it has come.
 *
 * @param plan where it stands in the group's work
 * @param end null where the source names none
 * @param timeZone in which its days begin and end: the lead partner's, unless it says otherwise
 */
public record Promise(
        String title,
        @Nullable String description,
        PartnerId lead,
        List<PartnerId> supporting,
        GroupId group,
        Plan plan,
        Reach reach,
        LocalDate start,
        @Nullable LocalDate end,
        ZoneId timeZone) {

    public Promise {
        supporting = List.copyOf(supporting);
    }

    /** @param year of the work plan */
    public record Plan(
            @Nullable String workstream, @Nullable Integer year) {
        public static final Plan NONE = new Plan(null, null);
    }

    /**
     * Where and to what end.
     *
     * @param countries ISO 3166 alpha-3
     * @param regions UN M49 codes, such as 419
     * @param sdgTargets such as 8.7
     */
    public record Reach(Level level, List<String> countries, List<String> regions, List<String> sdgTargets) {
        public Reach {
            countries = List.copyOf(countries);
            regions = List.copyOf(regions);
            sdgTargets = List.copyOf(sdgTargets);
        }
    }

    /** Lead or supporting. */
    public boolean isOf(PartnerId partner) {
        return lead.equals(partner) || supporting.contains(partner);
    }

    Promise in(ZoneId zone) {
        return new Promise(title, description, lead, supporting, group, plan, reach, start, end, zone);
    }

    Promise revised(CommitmentEvent.CommitmentRevised event) {
        return new Promise(
                event.title(),
                event.description(),
                lead,
                event.supporting(),
                group,
                plan,
                reach,
                event.start(),
                event.end(),
                event.timeZone());
    }
}
