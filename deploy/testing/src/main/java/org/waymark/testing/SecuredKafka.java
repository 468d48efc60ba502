package org.waymark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.waymark.embedded.EmbeddedKafka;
import org.yaml.snakeyaml.Yaml;

/**
 * A broker that asks who is there, with the settings of {@code deploy/compose/compose.yaml} and the rights of {@code
 * deploy/compose/access}.
 */
public final class SecuredKafka implements AutoCloseable {

    /** All of them, whether a service has rights on them or not. */
    public static final List<String> TOPICS = Stream.of("waymark.partners", "waymark.commitments", "waymark.alerts")
            .flatMap(topic -> Stream.of(topic, topic + ".dlt", topic + ".again"))
            .toList();

    private static final int ITERATIONS = 4096;

    private final String secret = UUID.randomUUID().toString();
    private final Path folder;
    private final EmbeddedKafka kafka;

    private SecuredKafka() throws IOException {
        folder = Files.createTempDirectory("waymark-secured-kafka");
        kafka = EmbeddedKafka.start(folder, 0, settings());
    }

    public static SecuredKafka start() {
        try {
            SecuredKafka started = bare();
            started.setUp();
            return started;
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nobody but the administrator knows it, and there is no topic. */
    static SecuredKafka bare() throws IOException {
        return new SecuredKafka();
    }

    String adminPassword() {
        return secret;
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** How whoever sets up the broker signs in. */
    public Map<String, Object> asAdmin() {
        return client("PLAIN", "plain.PlainLoginModule", "admin", secret);
    }

    public Map<String, Object> as(String service) {
        return as(service, secret + service);
    }

    Map<String, Object> as(String service, String password) {
        return client("SCRAM-SHA-512", "scram.ScramLoginModule", service, password);
    }

    /** A service at this broker, with its own credentials and rights. */
    public BrokerUser user(String service) {
        return new BrokerUser(as(service));
    }

    /** For a service that is started here, the same that compose.yaml gives it. */
    public List<String> arguments(String service) {
        return List.of(
                "--spring.kafka.bootstrap-servers=" + bootstrapServers(),
                "--spring.kafka.security.protocol=SASL_PLAINTEXT",
                "--spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512",
                "--spring.kafka.properties.sasl.jaas.config=" + as(service).get("sasl.jaas.config"));
    }

    private Map<String, Object> client(String mechanism, String module, String user, String password) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", mechanism);
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                        .formatted(module, user, password));
        return settings;
    }

    private void setUp() throws ExecutionException, InterruptedException {
        List<UserScramCredentialAlteration> users = Access.list().stream()
                .map(Access::service)
                .distinct()
                .<UserScramCredentialAlteration>map(service -> new UserScramCredentialUpsertion(
                        service, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), secret + service))
                .toList();
        try (Admin admin = Admin.create(asAdmin())) {
            admin.alterUserScramCredentials(users).all().get();
            admin.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            admin.createAcls(Access.list().stream()
                            .filter(Access::isOfTheBroker)
                            .flatMap(row -> row.bindings().stream())
                            .toList())
                    .all()
                    .get();
        }
    }

    /** The container's environment as the image turns it into settings, as far as it says who is let in. */
    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        environment().forEach((name, value) -> {
            if (name.matches("KAFKA_(.*SASL.*|AUTHORIZER.*|ALLOW.*|SUPER.*|LISTENER_SECURITY.*)")) {
                String setting = name.substring("KAFKA_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace("___", "-")
                        .replace('_', '.');
                settings.put(setting, String.valueOf(value).replaceAll("\\$\\{[^}]*}", secret));
            }
        });
        return settings;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static Map<String, Object> environment() throws IOException {
        String compose = Files.readString(Contracts.checkout().resolve("deploy/compose/compose.yaml"));
        Map<?, ?> services = map(map(new Yaml().load(compose)).get("services"));
        Map<String, Object> environment = new HashMap<>();
        map(map(services.get("kafka")).get("environment"))
                .forEach((name, value) -> environment.put(String.valueOf(name), value));
        return environment;
    }

    @Override
    public void close() {
        kafka.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
