package org.waymark.progress.dashboard.store;

import java.time.LocalDate;
import java.util.Map;
import org.bson.Document;
import org.waymark.progress.dashboard.domain.Course;

/** Tallies as earlier versions kept them: one document per effective day too, and other names of what is counted. */
final class EarlierTallies {

    private static final Map<String, String> RENAMED =
            Map.of("status ", "byStatus ", "health ", "byHealth ", "updates verified", "updatesVerified");

    private EarlierTallies() {}

    static void add(Course course, Document found) {
        LocalDate effective = LocalDate.parse(found.getString("effective"));
        found.get("n", new Document()).forEach((measure, by) -> course.add(effective, name(measure), (Long) by));
    }

    private static String name(String earlier) {
        return RENAMED.entrySet().stream()
                .filter(one -> earlier.startsWith(one.getKey()))
                .map(one -> one.getValue() + earlier.substring(one.getKey().length()))
                .findFirst()
                .orElse(earlier);
    }
}
