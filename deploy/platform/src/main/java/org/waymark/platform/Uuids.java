package org.waymark.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based ids (UUID version 5, RFC 9562 section 5.5) and the digests commands are remembered by. */
public final class Uuids {

    private static final UUID WAYMARK = UUID.fromString("8b6f6b1e-8a08-5d2b-9c52-2b8d8a7f0c87");

    private Uuids() {}

    /** The same parts always give the same id; the parts are kept apart, so that ("a", "bc") is not ("ab", "c"). */
    public static UUID of(String... parts) {
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(ByteBuffer.allocate(16)
                .putLong(WAYMARK.getMostSignificantBits())
                .putLong(WAYMARK.getLeastSignificantBits())
                .array());
        sha1.update(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** SHA-256 of the parts, kept apart as in {@link #of}. */
    public static byte[] sha256(String... parts) {
        return digest("SHA-256").digest(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
