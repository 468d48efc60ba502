package org.waymark.standalone;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code credentials.json}: who may ask for tokens here. It grows with the seeding, one partner at a time. */
record Credentials(Client secretariat, Map<String, PartnerClient> partners, List<Person> people) {

    static final String FILE = "credentials.json";

    private static final int SECRET_BYTES = 32;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    record Client(String clientId, String clientSecret) {

        @Override
        public String toString() {
            return "Client[" + clientId + "]";
        }
    }

    record PartnerClient(String id, String clientId, String clientSecret) {

        Client client() {
            return new Client(clientId, clientSecret);
        }

        @Override
        public String toString() {
            return "PartnerClient[" + id + "]";
        }
    }

    /** Somebody who signs in by browser, at partner-service's {@code /sign-in}. */
    record Person(String name, String username, String password, String role) {

        @Override
        public String toString() {
            return "Person[" + username + "]";
        }
    }

    /** Those of the data folder, or new ones, kept before anybody is told of them. */
    static Credentials of(DataHome home) {
        String text = home.read(FILE);
        if (text != null) {
            return JSON.readValue(text, Credentials.class);
        }
        Credentials made = new Credentials(new Client("secretariat", secret()), Map.of(), List.of());
        made.write(home);
        return made;
    }

    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Nullable
    PartnerClient partner(String key) {
        return partners.get(key);
    }

    Credentials with(String key, PartnerClient partner) {
        Map<String, PartnerClient> more = new LinkedHashMap<>(partners);
        more.put(key, partner);
        return new Credentials(secretariat, more, people);
    }

    boolean hasPerson(String username) {
        return people.stream().anyMatch(person -> person.username().equals(username));
    }

    Credentials with(Person person) {
        return new Credentials(
                secretariat,
                partners,
                Stream.concat(people.stream(), Stream.of(person)).toList());
    }

    void write(DataHome home) {
        home.write(FILE, JSON.writeValueAsString(this) + "\n");
    }
}
