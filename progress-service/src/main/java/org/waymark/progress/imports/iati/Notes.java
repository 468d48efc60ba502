package org.waymark.progress.imports.iati;

import java.util.ArrayList;
import java.util.List;
import org.waymark.progress.imports.reading.Skipped;

/** What is to be said about one activity, in the order it was found. */
final class Notes {

    private final List<Skipped> skipped = new ArrayList<>();

    void add(Element element, String what, String why) {
        add(element.line(), what, why);
    }

    void add(int line, String what, String why) {
        skipped.add(new Skipped(line, what, why));
    }

    List<Skipped> all() {
        return skipped;
    }
}
