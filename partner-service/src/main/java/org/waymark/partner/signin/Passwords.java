package org.waymark.partner.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.waymark.edge.Problem;

/**
 * Passwords of people: Argon2id with 19 MiB, two passes and one lane, as OWASP's Password Storage Cheat Sheet has it; length
 * and no rules of composition, as NIST SP 800-63B has it.
 */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int KIBIBYTES = 19 * 1024;
    private static final int AT_A_TIME = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The commonest of that length, and the names that are near at hand here. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "1q2w3e4r5t6y",
            "111111111111",
            "000000000000",
            "aaaaaaaaaaaa",
            "abcdefghijkl",
            "administrator",
            "changemechangeme",
            "football1234",
            "iloveyou1234",
            "letmein12345",
            "monkey123456",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "princess1234",
            "qwerty123456",
            "qwertyqwerty",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdfgh",
            "welcome12345",
            "waymarkwaymark");

    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, KIBIBYTES, 2);

    /** So many at a time that guessing takes no more memory than that. */
    private final Semaphore free = new Semaphore(AT_A_TIME);

    /** What an unknown person's password is compared with, so that the answer takes as long. */
    private final String nobodys = hash("nobody has this password");

    /** Returns the sentence that says why it will not do; null where it will. */
    static @Nullable String objection(String password, @Nullable String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return "A password has " + SHORTEST + " to " + LONGEST + " characters.";
        }
        boolean isOneCharacter = lower.chars().distinct().count() == 1;
        if (isOneCharacter || COMMON.contains(lower) || lower.equals(email)) {
            return "This password is among the first that are guessed. Choose another; a few words together do well.";
        }
        return null;
    }

    String hash(String password) {
        return inTurn(() -> String.valueOf(argon2.encode(password)));
    }

    boolean matches(String password, @Nullable String hash) {
        boolean matches = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
        return matches && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable("busy", "Too many people sign in at this moment. Try again.", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
