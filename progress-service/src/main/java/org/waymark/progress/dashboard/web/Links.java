package org.waymark.progress.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import org.waymark.progress.dashboard.domain.Difference;
import org.waymark.progress.dashboard.domain.Figure;
import org.waymark.progress.dashboard.domain.Point;
import org.waymark.progress.dashboard.store.Filter;

/** Where to read on: each leads to the events that make up one figure, and says all of what that was asked by. */
final class Links {

    private Links() {}

    /** By the figures' names. */
    static Map<String, String> all(Filter filter, Difference difference) {
        Map<String, String> links = new LinkedHashMap<>();
        Figure.ALL.forEach(figure -> links.put(figure.name(), activity(figure, filter, difference)));
        return links;
    }

    static String activity(Figure figure, Filter filter, Difference difference) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("measure", figure.name());
        asked.putAll(filter.asked());
        asked.put("asOf", difference.to().asOf().toString());
        asked.put("knownAt", difference.to().knownAt().toString());
        Point from = difference.from();
        if (from != null) {
            asked.put("sinceAsOf", from.asOf().toString());
            asked.put("sinceKnownAt", from.knownAt().toString());
        }
        return "/api/dashboard/activity?"
                + asked.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    static String commitment(String id) {
        return "/api/commitments/" + encoded(id);
    }

    static String history(String commitment) {
        return commitment(commitment) + "/history";
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
