package org.waymark.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waymark.testing.TestTokens;

/** Who calls; the token is renewed before it runs out, since a thousand kills take longer than one lasts. */
final class Identity {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Token(String text, Instant until) {}

    private final Supplier<String> issuer;
    private @Nullable Token token;

    private Identity(Supplier<String> issuer) {
        this.issuer = issuer;
    }

    static Identity officer(String partner) {
        return new Identity(() -> TestTokens.token("officer", partner, "partner"));
    }

    static Identity secretariat() {
        return new Identity(() -> TestTokens.token("secretariat", null, "secretariat"));
    }

    static Identity nobody() {
        return new Identity(() -> "");
    }

    /** Whose tokens come from elsewhere. */
    static Identity of(Supplier<String> issuer) {
        return new Identity(issuer);
    }

    synchronized String token() {
        Token now = token;
        if (now == null || now.until().isBefore(Instant.now())) {
            now = new Token(issuer.get(), Instant.now().plus(KEPT));
            token = now;
        }
        return now.text();
    }
}
