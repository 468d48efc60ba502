package org.waymark.partner.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.partner.members.People;
import org.waymark.partner.members.Person;
import org.waymark.partner.members.SignInFacts;
import org.waymark.partner.store.Tokens;

/** One-time codes beside the password, and the codes that stand in for a lost device. */
final class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final People people;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    static boolean isAskedOf(Person person) {
        SignInFacts.Totp totp = person.signIn().totp();
        return totp != null && totp.confirmed();
    }

    /** The secret that waits for its first code. */
    static Optional<Secret> waiting(Person person) {
        return Optional.ofNullable(person.signIn().totp())
                .filter(totp -> !totp.confirmed())
                .map(totp -> Secret.of(person, totp.secret()));
    }

    /**
     * A secret that waits for its first code; one that waited before is over.
     *
     * @throws Problem 409 where there is a second factor already
     */
    Secret begin(String person) {
        String secret = encodedRandom(SECRET_BYTES);
        Person after = people.change(person, before -> {
            requireNone(before);
            return before.with(before.signIn().withTotp(new SignInFacts.Totp(secret, false, 0)));
        });
        return Secret.of(after, secret);
    }

    /**
     * From here on a code is asked for.
     *
     * @return codes that stand in for a lost device, shown this once
     * @throws Problem 400 where the code is not the authenticator's, 409 where there is a second factor already
     */
    List<String> confirm(String person, String code) {
        List<String> recovery = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            recovery.add(encodedRandom(RECOVERY_BYTES));
        }
        people.change(person, before -> {
            requireNone(before);
            SignInFacts after = taken(before.signIn(), code);
            if (after == null) {
                throw Problem.invalid("code", "This is not the code that is shown now.");
            }
            return before.with(after.withRecovery(
                    recovery.stream().map(SecondFactors::hash).toList()));
        });
        return recovery;
    }

    /**
     * By a code of the authenticator or one for recovery; either is good once, whichever instance sees it.
     *
     * @throws Problem 403 where it is none
     */
    Person take(String person, String code) {
        return people.change(person, before -> {
            SignInFacts after = taken(before.signIn(), code);
            if (after == null) {
                throw Problem.forbidden("This is not the code that is shown now.");
            }
            return before.with(after);
        });
    }

    void remove(String person) {
        people.change(
                person, before -> before.with(before.signIn().withTotp(null).withRecovery(List.of())));
    }

    /** What is kept once this code was taken; null where it is none. */
    private @Nullable SignInFacts taken(SignInFacts facts, String code) {
        SignInFacts.Totp totp = facts.totp();
        if (totp == null) {
            return null;
        }
        OptionalLong step = Totp.step(totp.secret(), code, clock.instant(), totp.lastStep());
        if (step.isPresent()) {
            return facts.withTotp(new SignInFacts.Totp(totp.secret(), true, step.getAsLong()));
        }
        List<String> left = new ArrayList<>(facts.recoveryHashes());
        return totp.confirmed() && left.remove(hash(code)) ? facts.withRecovery(left) : null;
    }

    private static void requireNone(Person person) {
        if (isAskedOf(person)) {
            throw Problem.conflict("second-factor-stands", "There is a second factor. The secretariat removes it.");
        }
    }

    private String encodedRandom(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Totp.encoded(bytes);
    }

    private static String hash(String code) {
        return Tokens.hash("recovery", code.strip().toUpperCase(Locale.ROOT));
    }
}
