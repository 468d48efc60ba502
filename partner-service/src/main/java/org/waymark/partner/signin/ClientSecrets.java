package org.waymark.partner.signin;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.waymark.partner.signin.Client.Secret;

/**
 * Keeps secrets and knows them again. The library knows a client with one secret; so all of a client's are handed to it as
 * one text, which is read here alone, and which one it was is noted.
 */
final class ClientSecrets implements PasswordEncoder {

    /** Generated secrets have 256 random bits, so the strength here guards those that people choose. */
    private final PasswordEncoder hash = new BCryptPasswordEncoder(10);

    private final Clients clients;
    private final Clock clock;

    ClientSecrets(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    Secret of(String text) {
        return new Secret(
                UUID.randomUUID().toString(), encode(text), clock.instant().truncatedTo(ChronoUnit.MILLIS), null);
    }

    /** The client's id, then each secret's id and hash; none of these has a space in it. */
    static String all(Client client) {
        return client.secrets().stream()
                .map(secret -> " " + secret.id() + " " + secret.hash())
                .collect(Collectors.joining("", client.clientId(), ""));
    }

    @Override
    public String encode(@Nullable CharSequence raw) {
        return String.valueOf(hash.encode(raw));
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String all) {
        List<String> parts = List.of(String.valueOf(all).split(" "));
        for (int i = 1; i + 1 < parts.size(); i += 2) {
            if (hash.matches(raw, parts.get(i + 1))) {
                clients.used(parts.getFirst(), parts.get(i), clock.instant());
                return true;
            }
        }
        return false;
    }
}
