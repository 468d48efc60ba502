package org.waymark.partner.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part. An erased one has neither name nor address nor any way to sign in; the id and what it once was
 * allowed stay, because history names them.
 *
 * @param version of what is kept; grows with each change
 * @param email by which a person signs in, in lower case
 * @param changes of rights, oldest first: who changed which when
 */
public record Person(
        String id,
        long version,
        @Nullable String name,
        @Nullable String email,
        boolean secretariat,
        List<Membership> memberships,
        SignInFacts signIn,
        List<RightChange> changes,
        @Nullable Instant erasedAt) {

    /** @param by a person's or a client's id */
    public record RightChange(
            Instant at, String by, String what, @Nullable String partnerId, List<String> roles) {}

    public Person {
        memberships = List.copyOf(memberships);
        changes = List.copyOf(changes);
    }

    static Person invited(String id, String name, String email) {
        return new Person(id, 0, name, email, false, List.of(), SignInFacts.NONE, List.of(), null);
    }

    public List<Membership> lasting() {
        return memberships.stream().filter(Membership::lasts).toList();
    }

    public Optional<Membership> in(String partnerId) {
        return lasting().stream()
                .filter(one -> one.partnerId().equals(partnerId))
                .findFirst();
    }

    public boolean isFocalPoint(String partnerId) {
        return in(partnerId).filter(Membership::isFocalPoint).isPresent();
    }

    /** Whether who looks after that partner's members looks after all that this person is. */
    public boolean isOnlyIn(String partnerId) {
        return !secretariat
                && lasting().stream().allMatch(one -> one.partnerId().equals(partnerId));
    }

    Person joining(Membership membership) {
        List<Membership> all = new ArrayList<>(memberships);
        all.add(membership);
        return new Person(id, version, name, email, secretariat, all, signIn, changes, erasedAt);
    }

    Person withMembership(String partnerId, UnaryOperator<Membership> change) {
        List<Membership> all = new ArrayList<>(memberships);
        all.replaceAll(one -> one.lasts() && one.partnerId().equals(partnerId) ? change.apply(one) : one);
        return new Person(id, version, name, email, secretariat, all, signIn, changes, erasedAt);
    }

    Person inTheSecretariat() {
        return new Person(id, version, name, email, true, memberships, signIn, changes, erasedAt);
    }

    public Person with(SignInFacts next) {
        return new Person(id, version, name, email, secretariat, memberships, next, changes, erasedAt);
    }

    Person noting(RightChange change) {
        List<RightChange> all = new ArrayList<>(changes);
        all.add(change);
        return new Person(id, version, name, email, secretariat, memberships, signIn, all, erasedAt);
    }

    Person erased(Instant now) {
        List<Membership> ended = memberships.stream()
                .map(one -> one.lasts() ? one.endedAt(now) : one)
                .toList();
        return new Person(id, version, null, null, false, ended, SignInFacts.NONE, changes, now);
    }
}
