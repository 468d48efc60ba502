package org.waymark.partner.domain;

import java.net.URI;

/**
 * Something that can be read elsewhere: an answer to a research question, or what a practice is written up in.
 *
 * @param url https
 */
public record Finding(String title, URI url) {

    public static final int LONGEST_TITLE = 300;

    public Finding {
        title = Texts.stripped("title", "A title", title, LONGEST_TITLE);
        Texts.requireHttps(url);
    }
}
