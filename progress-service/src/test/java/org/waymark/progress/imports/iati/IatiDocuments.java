package org.waymark.progress.imports.iati;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small documents that are valid by default, and how they are read to the end. */
final class IatiDocuments {

    static final String IDENTIFIER = "<iati-identifier>XM-1</iati-identifier>";
    static final String REPORTER = "<reporting-org ref='XM' type='40'><narrative>Bank</narrative></reporting-org>";
    static final String TITLE = "<title><narrative>Schools</narrative></title>";

    private IatiDocuments() {}

    static String file(String content) {
        return "<iati-activities version='2.03'>" + content + "</iati-activities>";
    }

    static String activity(String content) {
        return "<iati-activity>" + content + "</iati-activity>";
    }

    static String anActivity(String more) {
        return activity(IDENTIFIER + REPORTER + TITLE + more);
    }

    static String result(String indicators) {
        return "<result type='1'><title><narrative>Learning</narrative></title>" + indicators + "</result>";
    }

    static String indicator(String attributes, String content) {
        return "<indicator " + attributes + "><title><narrative>Pupils</narrative></title>" + content + "</indicator>";
    }

    static String period(String content) {
        return "<period><period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/>" + content
                + "</period>";
    }

    static List<IatiEntry> read(String document) {
        return read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    static List<IatiEntry> read(InputStream in) {
        var entries = new ArrayList<IatiEntry>();
        try (var activities = IatiActivities.open(in)) {
            for (var entry = activities.next(); entry != null; entry = activities.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** The only activity of a file that holds nothing but this one. */
    static IatiActivity readActivity(String more) {
        return (IatiActivity) read(file(anActivity(more))).getFirst();
    }

    static IatiIndicator readIndicator(String attributes, String content) {
        return readActivity(result(indicator(attributes, content))).indicators().getFirst();
    }
}
