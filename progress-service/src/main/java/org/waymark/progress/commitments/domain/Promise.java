package org.waymark.progress.commitments.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner promised, apart from how far it has come.
 *
 * @param countries ISO 3166 alpha-3
 * @param sdgTargets such as 8.7
 * @param end null where the source names none
 */
public record Promise(
        String title,
        @Nullable String description,
        PartnerId lead,
        List<PartnerId> supporting,
        GroupId group,
        Level level,
        List<String> countries,
        List<String> sdgTargets,
        LocalDate start,
        @Nullable LocalDate end) {

    public Promise {
        supporting = List.copyOf(supporting);
        countries = List.copyOf(countries);
        sdgTargets = List.copyOf(sdgTargets);
    }

    boolean isOf(PartnerId partner) {
        return lead.equals(partner) || supporting.contains(partner);
    }

    Promise revised(CommitmentEvent.CommitmentRevised event) {
        return new Promise(
                event.title(),
                event.description(),
                lead,
                supporting,
                group,
                level,
                countries,
                sdgTargets,
                event.start(),
                event.end());
    }
}
