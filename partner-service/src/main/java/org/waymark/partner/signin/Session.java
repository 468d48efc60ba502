package org.waymark.partner.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser in which somebody signs in, or has.
 *
 * @param organization for which the person is here; null for the secretariat, and until it is chosen
 * @param goOn where the browser was going, below this service's address
 * @param since when the password was given
 */
record Session(
        String id, String person, Stage stage, @Nullable String organization, String goOn, Instant since) {

    /** What is asked for next. */
    enum Stage {
        CODE,
        ORGANIZATION,
        DONE
    }
}
