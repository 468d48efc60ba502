package org.waymark.partner.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.waymark.platform.Uuids;

/** Texts that let their bearer in: random ones, and the hashes that are kept in their place. */
public final class Tokens {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** 256 random bits, for an address or a cookie to carry. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param kind of token, so that none is good as another */
    public static String hash(String kind, String token) {
        return HexFormat.of().formatHex(Uuids.sha256(kind, token));
    }
}
