package org.waymark.partner.research;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.Research;
import org.waymark.partner.store.Aggregates.Stored;

/**
 * A question or a practice as anybody may read it.
 *
 * @param partnerId who shares it; absent where the secretariat does
 * @param open of a question alone: whether it is still to be answered
 */
record ResearchBody(
        String id,
        @Nullable String partnerId,
        String title,
        @Nullable Boolean open,
        List<String> countries,
        List<UUID> commitments,
        List<Link> findings,
        long sequence) {

    record Link(String title, URI url) {}

    static ResearchBody of(Stored<Research> stored) {
        Research one = stored.value();
        return new ResearchBody(
                stored.id(),
                one.by() == null ? null : one.by().toString(),
                one.title(),
                one.kind() == Research.Kind.QUESTION ? one.open() : null,
                one.countries().stream().map(Country::alpha3).toList(),
                one.commitments(),
                one.findings().stream()
                        .map(finding -> new Link(finding.title(), finding.url()))
                        .toList(),
                stored.sequence());
    }
}
