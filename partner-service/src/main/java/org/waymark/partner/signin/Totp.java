package org.waymark.partner.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the clock (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator knows them. */
final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;

    /** Clocks of telephones: one step early or late. */
    private static final int DRIFT = 1;

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /**
     * Returns the step whose code it is, which is to be kept.
     *
     * @param lastStep of the last code that was taken; none up to it is taken again
     */
    static OptionalLong step(String secret, String code, Instant now, long lastStep) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (step > lastStep && code(decoded(secret), step, DIGITS).equals(code.strip())) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String codeAt(String secret, Instant now) {
        return code(decoded(secret), now.getEpochSecond() / STEP_SECONDS, DIGITS);
    }

    /** RFC 4226 section 5.3, with the step as the counter. */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            long number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffffL;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    /** RFC 4648 section 6, without padding; whole groups of five bytes only. */
    static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 5) {
            long group = 0;
            for (int j = 0; j < 5; j++) {
                group = group << 8 | bytes[i + j] & 0xff;
            }
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(BASE_32.charAt((int) (group >> shift & 31)));
            }
        }
        return text.toString();
    }

    private static byte[] decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() / 8 * 5);
        for (int i = 0; i < text.length(); i += 8) {
            long group = 0;
            for (int j = 0; j < 8; j++) {
                group = group << 5 | BASE_32.indexOf(text.charAt(i + j));
            }
            for (int shift = 32; shift >= 0; shift -= 8) {
                bytes.put((byte) (group >> shift));
            }
        }
        return bytes.array();
    }
}
