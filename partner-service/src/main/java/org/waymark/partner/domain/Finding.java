package org.waymark.partner.domain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be read elsewhere: an answer to a research question, or what a practice is written up in.
 *
 * @param url https
 */
public record Finding(String title, URI url) {

    public static final int LONGEST_TITLE = 300;

    public Finding {
        title = ofLength("title", title);
        if (!"https".equals(url.getScheme())) {
            throw Refusal.ofField("url", "A link begins with https://.");
        }
    }

    static String ofLength(String field, @Nullable String title) {
        String stripped = title == null ? "" : title.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TITLE) {
            throw Refusal.ofField(field, "A title has 1 to " + LONGEST_TITLE + " characters.");
        }
        return stripped;
    }
}
