package org.waymark.partner.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.edge.Problem;
import org.waymark.partner.access.Access;
import org.waymark.partner.members.Links;
import org.waymark.partner.members.People;
import org.waymark.partner.members.Person;

/** Whether it is who it claims to be: by password, by code, by link. */
final class SigningIn {

    /** What came of an attempt. */
    sealed interface Outcome {}

    record Proven(Person person) implements Outcome {}

    record Refused() implements Outcome {}

    record TooMany(Duration again) implements Outcome {}

    private final People people;
    private final Links links;
    private final Sessions sessions;
    private final Access access;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Attempts attempts;

    SigningIn(
            People people,
            Links links,
            Sessions sessions,
            Access access,
            Passwords passwords,
            SecondFactors factors,
            Attempts attempts) {
        this.people = people;
        this.links = links;
        this.sessions = sessions;
        this.access = access;
        this.passwords = passwords;
        this.factors = factors;
        this.attempts = attempts;
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

    Outcome byCode(String person, String code, String address) {
        String account = "code " + person;
        Duration wait = attempts.begin(account, address);
        if (!wait.isZero()) {
            return new TooMany(wait);
        }
        try {
            Person proven = factors.take(person, code);
            attempts.succeeded(account, address);
            return new Proven(proven);
        } catch (Problem notThisCode) {
            return new Refused();
        }
    }

    /** Whose link it is, where it is still good. */
    Optional<Person> ofLink(String token) {
        return links.person(token).flatMap(people::find).filter(one -> one.erasedAt() == null);
    }

    /** Returns false where somebody was faster. */
    boolean setPassword(String token, Person person, String password) {
        if (!links.use(token)) {
            return false;
        }
        setPassword(person, password);
        attempts.forget(Objects.requireNonNullElse(person.email(), ""));
        return true;
    }

    /** Whoever was signed in as that person is so no more, and what tokens were given out are good no more. */
    void setPassword(Person person, String password) {
        String hash = passwords.hash(password);
        people.change(
                person.id(),
                before ->
                        before.erasedAt() == null ? before.with(before.signIn().withPassword(hash)) : before);
        sessions.endAllOf(person.id());
        if (person.signIn().passwordHash() != null) {
            access.revoke(person.id(), person.id());
        }
    }
}
