package org.waymark.partner.members;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.members.Membership.GroupRole;
import org.waymark.partner.members.Person.RightChange;
import org.waymark.partner.members.SignInFacts.Totp;

/** A person as the store has it; absent facts have no field, except the address, which is unique and so is always there. */
final class PersonFormat {

    private static final String NO_ADDRESS = "erased:";

    private PersonFormat() {}

    static Document write(Person person) {
        Document row = new Document("_id", person.id());
        put(row, "name", person.name());
        row.append("email", person.email() == null ? NO_ADDRESS + person.id() : person.email())
                .append("secretariat", person.secretariat())
                .append(
                        "memberships",
                        person.memberships().stream().map(PersonFormat::write).toList())
                // Once more, flat, to be looked up by.
                .append(
                        "partners",
                        person.lasting().stream().map(Membership::partnerId).toList())
                .append("signIn", write(person.signIn()))
                .append(
                        "changes",
                        person.changes().stream().map(PersonFormat::write).toList());
        put(row, "erasedAt", date(person.erasedAt()));
        return row;
    }

    private static Document write(Membership one) {
        Document row = new Document("partnerId", one.partnerId())
                .append("roles", one.roles())
                .append(
                        "groups",
                        one.groups().stream()
                                .map(group -> new Document("groupId", group.groupId()).append("role", group.role()))
                                .toList())
                .append("from", Date.from(one.from()));
        put(row, "to", date(one.to()));
        return row;
    }

    private static Document write(SignInFacts facts) {
        Document row = new Document("recovery", facts.recoveryHashes());
        put(row, "password", facts.passwordHash());
        Totp totp = facts.totp();
        if (totp != null) {
            row.append(
                    "totp",
                    new Document("secret", totp.secret())
                            .append("confirmed", totp.confirmed())
                            .append("lastStep", totp.lastStep()));
        }
        return row;
    }

    private static Document write(RightChange change) {
        Document row = new Document("at", Date.from(change.at()))
                .append("by", change.by())
                .append("what", change.what())
                .append("roles", change.roles());
        put(row, "partnerId", change.partnerId());
        return row;
    }

    static Person read(Document row) {
        String email = row.getString("email");
        return new Person(
                row.getString("_id"),
                row.getLong("v"),
                row.getString("name"),
                email.startsWith(NO_ADDRESS) ? null : email,
                row.getBoolean("secretariat"),
                row.getList("memberships", Document.class).stream()
                        .map(PersonFormat::membership)
                        .toList(),
                signIn(row.get("signIn", Document.class)),
                row.getList("changes", Document.class).stream()
                        .map(PersonFormat::change)
                        .toList(),
                instant(row.getDate("erasedAt")));
    }

    private static Membership membership(Document row) {
        return new Membership(
                row.getString("partnerId"),
                row.getList("roles", String.class),
                row.getList("groups", Document.class).stream()
                        .map(group -> new GroupRole(group.getString("groupId"), group.getString("role")))
                        .toList(),
                row.getDate("from").toInstant(),
                instant(row.getDate("to")));
    }

    private static SignInFacts signIn(Document row) {
        Document totp = row.get("totp", Document.class);
        return new SignInFacts(
                row.getString("password"),
                totp == null
                        ? null
                        : new Totp(totp.getString("secret"), totp.getBoolean("confirmed"), totp.getLong("lastStep")),
                row.getList("recovery", String.class));
    }

    private static RightChange change(Document row) {
        return new RightChange(
                row.getDate("at").toInstant(),
                row.getString("by"),
                row.getString("what"),
                row.getString("partnerId"),
                row.getList("roles", String.class));
    }

    private static void put(Document row, String field, @Nullable Object value) {
        if (value != null) {
            row.append(field, value);
        }
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
