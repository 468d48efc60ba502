package org.waymark.partner.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Problem;
import org.waymark.partner.members.Links;
import org.waymark.partner.members.People;
import org.waymark.partner.members.Person;
import org.waymark.partner.members.SignInFacts;
import org.waymark.partner.store.Tokens;

/** Whether it is who it claims to be: by password, by code, by link. */
final class SigningIn {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    /** What came of an attempt. */
    sealed interface Outcome {}

    record Proven(Person person) implements Outcome {}

    record Refused() implements Outcome {}

    record TooMany(Duration again) implements Outcome {}

    private final People people;
    private final Links links;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningIn(People people, Links links, Sessions sessions, Passwords passwords, Attempts attempts, Clock clock) {
        this.people = people;
        this.links = links;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    Outcome byPassword(String email, String password, String address) {
        String account = email.strip().toLowerCase(Locale.ROOT);
        Duration wait = attempts.begin(account, address);
        if (!wait.isZero()) {
            return new TooMany(wait);
        }
        Optional<Person> person = people.byEmail(account);
        String hash = person.map(one -> one.signIn().passwordHash()).orElse(null);
        if (password.length() > Passwords.LONGEST || !passwords.matches(password, hash) || person.isEmpty()) {
            return new Refused();
        }
        attempts.succeeded(account, address);
        return new Proven(person.get());
    }

    static boolean needsCode(Person person) {
        SignInFacts.Totp totp = person.signIn().totp();
        return totp != null && totp.confirmed();
    }

    /** By a code of the authenticator or one for recovery; either is good once, whichever instance sees it. */
    Outcome byCode(String person, String code, String address) {
        String account = "code " + person;
        Duration wait = attempts.begin(account, address);
        if (!wait.isZero()) {
            return new TooMany(wait);
        }
        try {
            Person proven = people.change(person, before -> {
                SignInFacts after = taken(before.signIn(), code);
                if (after == null) {
                    throw Problem.forbidden("not this code");
                }
                return before.with(after);
            });
            attempts.succeeded(account, address);
            return new Proven(proven);
        } catch (Problem notThisCode) {
            return new Refused();
        }
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

    /** @throws Problem 409 where there is a second factor already */
    String newSecondFactor(String person) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text = Totp.encoded(secret);
        people.change(person, before -> {
            if (needsCode(before)) {
                throw Problem.conflict("second-factor-stands", "There is a second factor. The secretariat removes it.");
            }
            return before.with(before.signIn().withTotp(new SignInFacts.Totp(text, false, 0)));
        });
        return text;
    }

    /**
     * From here on a code is asked for.
     *
     * @return codes that stand in for a lost device, shown this once
     * @throws Problem 400 where the code is not the authenticator's
     */
    List<String> confirmSecondFactor(String person, String code) {
        List<String> recovery = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            recovery.add(Totp.encoded(bytes));
        }
        people.change(person, before -> {
            if (needsCode(before)) {
                throw Problem.conflict("second-factor-stands", "There is a second factor. The secretariat removes it.");
            }
            SignInFacts after = taken(before.signIn(), code);
            if (after == null) {
                throw Problem.invalid("code", "This is not the code that is shown now.");
            }
            return before.with(
                    after.withRecovery(recovery.stream().map(SigningIn::hash).toList()));
        });
        return recovery;
    }

    void removeSecondFactor(String person) {
        people.change(
                person, before -> before.with(before.signIn().withTotp(null).withRecovery(List.of())));
    }

    /** Whose link it is, where it is still good. */
    Optional<Person> ofLink(String token) {
        return links.person(token).flatMap(people::find).filter(one -> one.erasedAt() == null);
    }

    /** Returns false where somebody was faster. Whoever was signed in as that person is so no more. */
    boolean setPassword(String token, Person person, String password) {
        String hash = passwords.hash(password);
        if (!links.use(token)) {
            return false;
        }
        people.change(
                person.id(),
                before ->
                        before.erasedAt() == null ? before.with(before.signIn().withPassword(hash)) : before);
        sessions.endAllOf(person.id());
        attempts.forget(Objects.requireNonNullElse(person.email(), ""));
        return true;
    }

    private static String hash(String code) {
        return Tokens.hash("recovery", code.strip().toUpperCase(Locale.ROOT));
    }
}
