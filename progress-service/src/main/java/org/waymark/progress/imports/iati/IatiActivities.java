package org.waymark.progress.imports.iati;

import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The activities of one IATI 2.x activity file, one after the other, with never more than one in memory.
 *
 * <pre>{@code
 * try (var activities = IatiActivities.open(in)) {
 *     for (var entry = activities.next(); entry != null; entry = activities.next()) {
 *         switch (entry) {
 *             case IatiActivity activity -> ...
 *             case Skipped skipped -> ...
 *         }
 *     }
 * }
 * }</pre>
 */
public final class IatiActivities implements AutoCloseable {

    static final int MOST_INDICATORS = 2_000;

    private static final Pattern VERSION_2 = Pattern.compile("2\\.\\d{2}");
    private static final Set<String> PATHS = Set.of(
            "iati-identifier",
            "reporting-org",
            "reporting-org/narrative",
            "title",
            "title/narrative",
            "description",
            "description/narrative",
            "activity-status",
            "activity-scope",
            "activity-date",
            "recipient-country",
            "recipient-region",
            "tag",
            "result",
            "result/title",
            "result/title/narrative",
            "result/indicator",
            "result/indicator/title",
            "result/indicator/title/narrative",
            "result/indicator/baseline",
            "result/indicator/baseline/dimension",
            "result/indicator/baseline/location",
            "result/indicator/period",
            "result/indicator/period/period-start",
            "result/indicator/period/period-end",
            "result/indicator/period/target",
            "result/indicator/period/target/dimension",
            "result/indicator/period/target/location",
            "result/indicator/period/actual",
            "result/indicator/period/actual/dimension",
            "result/indicator/period/actual/location");
    private static final Set<String> WITH_TEXT = Set.of("iati-identifier", "narrative");

    private final ElementReader reader;
    private boolean ended;

    private IatiActivities(ElementReader reader) {
        this.reader = reader;
    }

    /**
     * Reads as far as the root element. The stream stays the caller's to close.
     *
     * @throws IatiRefused also from {@link #next()}
     * @throws java.io.UncheckedIOException where the stream itself fails, also from {@link #next()}
     */
    public static IatiActivities open(InputStream in) {
        var reader = new ElementReader(in);
        reader.toChild();
        if (!"iati-activities".equals(reader.name())) {
            throw new IatiRefused(
                    reader.line(), "This is no IATI activity file: its outermost element is not iati-activities.");
        }
        var version = reader.attribute("version");
        if (version == null || !VERSION_2.matcher(version.strip()).matches()) {
            throw new IatiRefused(
                    reader.line(),
                    "Only IATI 2.x can be read, such as version=\"2.03\"; this file "
                            + (version == null ? "names no version." : "names another version."));
        }
        return new IatiActivities(reader);
    }

    /** The next activity, or why it cannot be used; null after the last one, and only where the file is complete. */
    public @Nullable IatiEntry next() {
        while (!ended) {
            if (!reader.toChild()) {
                reader.toChild();
                ended = true;
            } else if ("iati-activity".equals(reader.name())) {
                return new ActivityReading(bounded(reader.read(PATHS, WITH_TEXT))).entry();
            } else {
                reader.skip();
            }
        }
        return null;
    }

    private Element bounded(Element activity) {
        var indicators = activity.all("result").stream()
                .mapToInt(result -> result.all("indicator").size())
                .sum();
        if (indicators > MOST_INDICATORS) {
            throw reader.tooMuch("An activity has more than " + MOST_INDICATORS + " indicators");
        }
        return activity;
    }

    @Override
    public void close() {
        reader.close();
    }
}
