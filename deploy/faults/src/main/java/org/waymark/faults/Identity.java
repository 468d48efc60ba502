package org.waymark.faults;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.waymark.testing.TestTokens;

/** Who calls; the token is renewed before it runs out, since a thousand kills take longer than one lasts. */
final class Identity {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Token(String text, Instant until) {}

    private final String client;
    private final @Nullable String organization;
    private final String role;
    private @Nullable Token token;

    private Identity(String client, @Nullable String organization, String role) {
        this.client = client;
        this.organization = organization;
        this.role = role;
    }

    static Identity officer(String partner) {
        return new Identity("officer", partner, "partner");
    }

    static Identity secretariat() {
        return new Identity("secretariat", null, "secretariat");
    }

    synchronized String token() {
        Token now = token;
        if (now == null || now.until().isBefore(Instant.now())) {
            now = new Token(
                    TestTokens.token(client, organization, role), Instant.now().plus(KEPT));
            token = now;
        }
        return now.text();
    }
}
