package org.waymark.partner.domain;

import java.net.URI;
import java.net.URISyntaxException;

/** An absolute https link that holds no credentials. */
public record Link(String address) {

    private static final int LONGEST = 500;

    public Link {
        if (address.length() > LONGEST || !isGood(address)) {
            throw Refusal.ofField("link", "A link begins with https:// and has at most " + LONGEST + " characters.");
        }
    }

    /** @throws Refusal that names the field */
    static Link of(String field, String address) {
        try {
            return new Link(address);
        } catch (Refusal refusal) {
            throw Refusal.ofField(field, refusal.sentence());
        }
    }

    private static boolean isGood(String address) {
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
