package org.waymark.partner.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a workstream sets out to do in a year.
 *
 * @param url where it can be read; null where it is not published
 */
public record WorkPlan(int year, String title, @Nullable URI url) {

    public static final int LONGEST_TITLE = 200;
    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    public WorkPlan {
        if (year < FIRST || year > LAST) {
            throw Refusal.ofField("year", "A year is one from " + FIRST + " to " + LAST + ".");
        }
        title = Texts.stripped("title", "A title", title, LONGEST_TITLE);
        if (url != null) {
            Texts.requireHttps(url);
        }
    }
}
