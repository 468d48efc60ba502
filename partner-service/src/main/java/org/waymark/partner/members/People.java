package org.waymark.partner.members;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.waymark.edge.Problem;
import org.waymark.partner.store.GuardedRows;

/** The people in the collection {@code people}, the only one that holds anything personal. */
public final class People {

    private final GuardedRows rows;

    People(MongoDatabase database) {
        rows = new GuardedRows("person", "people", database).indexed("partners");
        database.getCollection("people").createIndex(new Document("email", 1), new IndexOptions().unique(true));
    }

    public Optional<Person> find(String id) {
        return rows.find(id).map(PersonFormat::read);
    }

    /** @throws Problem 404 */
    public Person get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("person"));
    }

    public Optional<Person> byEmail(String email) {
        return rows.where("email", normal(email)).stream().findFirst().map(PersonFormat::read);
    }

    List<Person> of(String partnerId) {
        return rows.where("partners", partnerId).stream()
                .map(PersonFormat::read)
                .toList();
    }

    /** The person with that address; where two make one at the same time, both get the same. */
    Person byEmailOr(Person fresh) {
        String email = String.valueOf(fresh.email());
        return byEmail(email).orElseGet(() -> {
            rows.insert(PersonFormat.write(fresh));
            return byEmail(email).orElse(fresh);
        });
    }

    /**
     * @param decide may be asked again; what it throws ends the change
     * @throws Problem 404
     */
    public Person change(String id, UnaryOperator<Person> decide) {
        return PersonFormat.read(rows.change(id, row -> {
            Document after = PersonFormat.write(decide.apply(PersonFormat.read(row)));
            return after.append("v", row.get("v"));
        }));
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
