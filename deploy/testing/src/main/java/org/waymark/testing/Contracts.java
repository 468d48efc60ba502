package org.waymark.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contract folder of a service, as its own tests and those of its consumers read it: from the checkout, because the
 * format is data that nobody shares as code. Schemas are JSON Schema 2020-12, each whole in its file; formats such as
 * {@code date} are enforced.
 */
public final class Contracts {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Path folder;

    Contracts(Path folder) {
        this.folder = folder;
    }

    /** An event as it stands on the wire; {@code type} is the full one, with its version. */
    public record Example(String type, String name, String json) {}

    /** Of the service in this folder of the checkout, such as {@code progress-service}. */
    public static Contracts of(String service) {
        return new Contracts(checkout().resolve(service).resolve("contract"));
    }

    /** Every event type that has a schema. */
    public List<String> types() {
        return jsonIn(folder.resolve("schemas"));
    }

    public List<Example> examples() {
        return types().stream().flatMap(type -> examples(type).stream()).toList();
    }

    public List<Example> examples(String type) {
        Path examples = folder.resolve("examples").resolve(type);
        return jsonIn(examples).stream()
                .map(name -> new Example(type, name, text(examples.resolve(name + ".json"))))
                .toList();
    }

    public Example example(String type, String name) {
        return examples(type).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What is wrong with an event by its type's schema; empty when nothing is. */
    public List<String> problems(String type, String json) {
        Schema schema = SCHEMAS.getSchema(text(folder.resolve("schemas").resolve(type + ".json")), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** The folder that holds the wrapper, wherever below it the tests were started. */
    public static Path checkout() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder above " + start + " holds mvnw; run the tests in a checkout.");
    }

    /** Published data too large to commit, for tests that are skipped where it is not at hand. */
    public static Optional<Path> realData(String relative) {
        return Optional.of(checkout().resolveSibling("shared").resolve("data").resolve(relative))
                .filter(Files::exists);
    }

    private static List<String> jsonIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
