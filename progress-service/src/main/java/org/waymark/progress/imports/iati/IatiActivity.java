package org.waymark.progress.imports.iati;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.Skipped;

/**
 * An activity as its publisher wrote it: codes stay IATI codes, texts are not cut.
 *
 * @param statusCode of the codelist ActivityStatus
 * @param scopeCode of the codelist ActivityScope
 * @param start the actual start, else the planned one
 * @param end the actual end, else the planned one
 * @param countries ISO 3166-1 alpha-3, each once
 * @param regions codes of UN M49, each once
 * @param sdgTargets such as {@code 8.7}, each once
 * @param skipped what of this activity was not carried over, or only with a reservation
 */
public record IatiActivity(
        int line,
        String identifier,
        Reporter reporter,
        String title,
        @Nullable String description,
        @Nullable String statusCode,
        @Nullable String scopeCode,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        List<String> countries,
        List<String> regions,
        List<String> sdgTargets,
        List<IatiIndicator> indicators,
        List<Skipped> skipped)
        implements IatiEntry {

    public IatiActivity {
        countries = List.copyOf(countries);
        regions = List.copyOf(regions);
        sdgTargets = List.copyOf(sdgTargets);
        indicators = List.copyOf(indicators);
        skipped = List.copyOf(skipped);
    }

    /**
     * The organization that publishes the activity.
     *
     * @param ref its identifier, usually one of org-id.guide, but not checked against it
     * @param type of the codelist OrganisationType
     * @param name the {@code ref} again where the file gives no name
     */
    public record Reporter(String ref, @Nullable String type, String name) {}
}
