package org.waymark.partner.signin;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.waymark.partner.members.Person;

/**
 * What an authenticator is given, in the three ways it takes it.
 *
 * @param secret in base 32, to be typed
 * @param uri to be opened, as the authenticators' makers agreed on
 */
record Secret(String secret, String uri) {

    /** The light squares around a code without which readers do not find it. */
    private static final int MARGIN = 4;

    static Secret of(Person person, String secret) {
        String label = URLEncoder.encode(String.valueOf(person.email()), StandardCharsets.UTF_8);
        return new Secret(secret, "otpauth://totp/Waymark:" + label + "?secret=" + secret + "&issuer=Waymark");
    }

    /** The uri as a square code: its dark squares as the path of an image of {@link #size} squares. Pages read it. */
    public String path() {
        QrCode code = code();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return path.toString();
    }

    public int size() {
        return code().size + 2 * MARGIN;
    }

    private QrCode code() {
        return QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "Secret[]";
    }
}
