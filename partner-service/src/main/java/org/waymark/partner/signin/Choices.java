package org.waymark.partner.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.Rights;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.members.Membership;
import org.waymark.partner.members.People;
import org.waymark.partner.members.Person;
import org.waymark.partner.partners.Partners;

/** For whom a person may act now: each partner that may act itself, and the secretariat. */
final class Choices {

    /** @param organization empty for the secretariat, which is none */
    record Choice(String organization, String label) {}

    private final People people;
    private final Partners partners;

    Choices(People people, Partners partners) {
        this.people = people;
        this.partners = partners;
    }

    List<Choice> of(String personId) {
        List<Choice> all = new ArrayList<>();
        Optional<Person> person = people.find(personId);
        if (person.isEmpty()) {
            return all;
        }
        if (!roles(person, null).isEmpty()) {
            all.add(new Choice("", "Secretariat"));
        }
        for (Membership one : person.get().lasting()) {
            if (!roles(person, one.partnerId()).isEmpty()) {
                all.add(new Choice(
                        one.partnerId(),
                        partners.find(one.partnerId()).map(Partner::name).orElse(one.partnerId())));
            }
        }
        return all;
    }

    /** What a token says; empty where the person may not act for that organization (any more). */
    List<String> roles(String personId, @Nullable String organization) {
        return roles(people.find(personId), organization);
    }

    private List<String> roles(Optional<Person> found, @Nullable String organization) {
        Optional<Person> person = found.filter(one -> one.erasedAt() == null);
        if (organization == null) {
            return person.filter(Person::secretariat).isPresent() ? List.of(Rights.SECRETARIAT) : List.of();
        }
        boolean mayAct = partners.find(organization)
                .filter(partner -> partner.status().mayAct())
                .isPresent();
        return person.filter(one -> mayAct)
                .flatMap(one -> one.in(organization))
                .map(Membership::tokenRoles)
                .orElse(List.of());
    }
}
