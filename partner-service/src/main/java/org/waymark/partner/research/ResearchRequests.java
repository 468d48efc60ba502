package org.waymark.partner.research;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Caller;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.Finding;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.Refusal;
import org.waymark.partner.domain.Research;

/** What is sent about the research agenda: a question is open until it is said not to be, a practice is what it is. */
final class ResearchRequests {

    private ResearchRequests() {}

    /** In a change, an absent field stays as it is; who shares it is never in a body. */
    record Facts(
            @Nullable String title,
            @Nullable Boolean open,
            @Nullable @Size(max = 50) List<@NotNull String> countries,
            @Nullable @Size(max = 50) List<@NotNull UUID> commitments,
            @Nullable @Size(max = 50) List<@NotNull @Valid Link> findings) {

        Research shared(Research.Kind kind, Caller caller) {
            String organization = caller.organization();
            return over(new Research(
                    kind,
                    organization == null ? null : new PartnerId(UUID.fromString(organization)),
                    title == null ? "" : title,
                    true,
                    List.of(),
                    List.of(),
                    List.of()));
        }

        Research over(Research before) {
            return new Research(
                    before.kind(),
                    before.by(),
                    Objects.requireNonNullElse(title, before.title()),
                    Objects.requireNonNullElse(open, before.open()),
                    countries == null ? before.countries() : ResearchRequests.countries(countries),
                    Objects.requireNonNullElse(commitments, before.commitments()),
                    findings == null ? before.findings() : ResearchRequests.findings(findings));
        }

        @Nullable
        Object[] digested() {
            return new @Nullable Object[] {title, open, countries, commitments, findings};
        }
    }

    record Link(@NotNull String title, @NotNull URI url) {}

    private static List<Country> countries(List<String> sent) {
        return IntStream.range(0, sent.size())
                .mapToObj(i -> Refusal.at("countries[" + i + "]", () -> new Country(sent.get(i))))
                .toList();
    }

    private static List<Finding> findings(List<Link> sent) {
        return IntStream.range(0, sent.size())
                .mapToObj(i -> Refusal.within(
                        "findings[" + i + "]",
                        () -> new Finding(sent.get(i).title(), sent.get(i).url())))
                .toList();
    }
}
