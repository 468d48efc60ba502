package org.waymark.partner.domain;

import java.net.URI;

/** What short public texts and links have in common. */
final class Texts {

    private Texts() {}

    /**
     * Without outer space.
     *
     * @param what it is, as a sentence begins with it
     * @throws Refusal that names the field
     */
    static String stripped(String field, String what, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw Refusal.ofField(field, what + " has 1 to " + longest + " characters.");
        }
        return stripped;
    }

    /** @throws Refusal that names the field {@code url} */
    static void requireHttps(URI url) {
        if (!"https".equals(url.getScheme())) {
            throw Refusal.ofField("url", "A link begins with https://.");
        }
    }
}
