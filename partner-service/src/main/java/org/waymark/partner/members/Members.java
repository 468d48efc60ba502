package org.waymark.partner.members;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.Rights;
import org.waymark.partner.access.Access;
import org.waymark.partner.groups.ActionGroups;
import org.waymark.partner.members.Links.Link;
import org.waymark.partner.members.Membership.GroupRole;
import org.waymark.partner.members.Person.RightChange;
import org.waymark.partner.partners.Partners;

/**
 * Invites people, changes what they are, lets them go; each time it is noted who changed which right when. Tokens that say
 * what a person was before are taken back; who may still sign in gets another.
 */
final class Members {

    /** @param link null for somebody who can sign in already, or has a link from elsewhere */
    record Invited(Person person, @Nullable Link link) {}

    private final People people;
    private final Links links;
    private final Partners partners;
    private final ActionGroups groups;
    private final MemberSettings settings;
    private final Access access;
    private final Clock clock;

    Members(
            People people,
            Links links,
            Partners partners,
            ActionGroups groups,
            MemberSettings settings,
            Access access,
            Clock clock) {
        this.people = people;
        this.links = links;
        this.partners = partners;
        this.groups = groups;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    /** @throws Problem 409 where that person is a member already */
    Invited invite(Caller by, String partnerId, Person fresh, List<String> roles, List<GroupRole> groupRoles) {
        mayManage(by, partnerId);
        requireKnown(groupRoles);
        Person known = people.byEmailOr(fresh);
        boolean isControlledHere = known.isOnlyIn(partnerId);
        Person joined = people.change(known.id(), before -> {
            if (before.in(partnerId).isPresent()) {
                throw Problem.conflict("already-a-member", "This person is a member of this partner already.");
            }
            return before.joining(new Membership(partnerId, roles, groupRoles, now(), null))
                    .noting(change(by, "invited", partnerId, roles));
        });
        boolean needsLink = joined.signIn().passwordHash() == null && isControlledHere;
        return new Invited(joined, needsLink ? links.make(joined.id(), settings.invitationValidity()) : null);
    }

    Invited inviteToSecretariat(Caller by, Person fresh) {
        Rights.mayManagePeople(by, caller(by));
        Person known = people.byEmailOr(fresh);
        Person joined = people.change(
                known.id(),
                before -> before.inTheSecretariat().noting(change(by, "invited", null, List.of(Rights.SECRETARIAT))));
        boolean needsLink = joined.signIn().passwordHash() == null;
        return new Invited(joined, needsLink ? links.make(joined.id(), settings.invitationValidity()) : null);
    }

    List<Person> of(Caller by, String partnerId) {
        mayManage(by, partnerId);
        return people.of(partnerId);
    }

    Person get(Caller by, String partnerId, String id) {
        mayManage(by, partnerId);
        Person person = people.get(id);
        membership(person, partnerId);
        return person;
    }

    Person change(
            Caller by, String partnerId, String id, @Nullable String ifMatch, List<String> roles, List<GroupRole> to) {
        mayManage(by, partnerId);
        requireKnown(to);
        Person changed = people.change(id, before -> {
            membership(before, partnerId);
            Problem.checkIfMatch(ifMatch, before.version());
            return before.withMembership(partnerId, one -> one.with(roles, to))
                    .noting(change(by, "changed", partnerId, roles));
        });
        access.revoke(by.client(), id);
        return changed;
    }

    /**
     * Ends a membership. The successor takes over first: where this ends in between, it is asked for again and nothing is
     * lost.
     *
     * @param successor whose roles grow by those of the one who leaves; null where nobody takes over
     * @throws Problem 409 where nobody would be left to co-chair a group for the partner
     */
    void leave(Caller by, String partnerId, String id, @Nullable String successor) {
        if (!id.equals(by.client())) {
            mayManage(by, partnerId);
        }
        Membership leaving = membership(people.get(id), partnerId);
        if (successor != null) {
            handOver(by, partnerId, leaving, id, successor);
        } else {
            requireOthersIn(leaving, id);
        }
        people.change(
                id,
                before -> before.withMembership(partnerId, one -> one.endedAt(now()))
                        .noting(change(by, "left", partnerId, List.of())));
        access.revoke(by.client(), id);
    }

    /** A partner that may act and co-chairs a group keeps somebody who does. */
    private void requireOthersIn(Membership leaving, String id) {
        if (!partners.get(leaving.partnerId()).value().status().mayAct()) {
            return;
        }
        List<Membership> others = people.of(leaving.partnerId()).stream()
                .filter(person -> !person.id().equals(id))
                .flatMap(person -> person.in(leaving.partnerId()).stream())
                .toList();
        boolean isAlone = leaving.groups().stream()
                .filter(GroupRole::isCoChairs)
                .anyMatch(role -> others.stream().noneMatch(one -> one.groups().contains(role)));
        if (isAlone) {
            throw Problem.conflict(
                    "successor-needed",
                    "Nobody else of this partner co-chairs one of this person's groups: name a successor, or take that role away first.");
        }
    }

    private void handOver(Caller by, String partnerId, Membership leaving, String id, String successor) {
        if (successor.equals(id)) {
            throw Problem.invalid("successor", "Name somebody else.");
        }
        UnaryOperator<Person> takeOver = before -> {
            Membership own = before.in(partnerId)
                    .orElseThrow(() -> Problem.invalid("successor", "Name a member of the same partner."));
            Membership more = own.takingOver(leaving);
            return before.withMembership(partnerId, one -> more)
                    .noting(change(by, "took-over", partnerId, more.roles()));
        };
        if (people.find(successor).isEmpty()) {
            throw Problem.invalid("successor", "Name a member of the same partner.");
        }
        people.change(successor, takeOver);
    }

    Link resetPassword(Caller by, String partnerId, String id) {
        mayManage(by, partnerId);
        Person person = people.get(id);
        membership(person, partnerId);
        Rights.mayMakeLinkFor(by, caller(by), person, partnerId);
        return links.make(id, settings.resetValidity());
    }

    /** A new link for anybody, made by the secretariat. */
    Link resetPassword(Caller by, String id) {
        Rights.mayManagePeople(by, caller(by));
        return links.make(people.get(id).id(), settings.resetValidity());
    }

    /** By the person, or by the secretariat. The id stays where history names it. */
    void erase(Caller by, String id) {
        if (!id.equals(by.client())) {
            Rights.mayManagePeople(by, caller(by));
        }
        links.drop(id);
        people.change(
                id,
                before -> before.erasedAt() == null
                        ? before.erased(now()).noting(change(by, "erased", null, List.of()))
                        : before);
        access.revoke(by.client(), id);
    }

    private void mayManage(Caller by, String partnerId) {
        Person person = caller(by);
        Rights.mayManageMembers(by, person, partnerId);
        if (!partners.get(partnerId).value().status().mayAct() && !Rights.isSecretariat(by, person)) {
            throw Problem.forbidden("Your organization may not act now. Ask the secretariat.");
        }
    }

    private @Nullable Person caller(Caller by) {
        return people.find(by.client()).orElse(null);
    }

    private static Membership membership(Person person, String partnerId) {
        return person.in(partnerId).orElseThrow(() -> Problem.notFound("member"));
    }

    private void requireKnown(List<GroupRole> groupRoles) {
        groupRoles.forEach(one -> groups.get(one.groupId()));
    }

    private RightChange change(Caller by, String what, @Nullable String partnerId, List<String> roles) {
        return new RightChange(now(), by.client(), what, partnerId, roles);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static Person fresh(String name, String email) {
        return Person.invited(UUID.randomUUID().toString(), name.strip(), People.normal(email));
    }
}
