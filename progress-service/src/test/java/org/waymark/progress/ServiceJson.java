package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The service's mapper without the service: made after {@code spring.jackson} in waymark-platform.yaml. */
public final class ServiceJson {

    private static final Map<String, Object> KNOWN = Map.of(
            "deserialization",
            Map.of(
                    "fail-on-unknown-properties", true,
                    "fail-on-null-for-primitives", true,
                    "use-big-decimal-for-floats", true),
            "default-property-inclusion",
            "non_null",
            "factory",
            Map.of(
                    "constraints",
                    Map.of(
                            "read",
                            Map.of(
                                    "max-nesting-depth", 32,
                                    "max-number-length", 100,
                                    "max-string-length", 500_000,
                                    "max-name-length", 500,
                                    "max-token-count", 100_000))));

    private ServiceJson() {}

    public static JsonMapper mapper() {
        if (!KNOWN.equals(configured())) {
            throw new AssertionError("spring.jackson has changed; follow it here: " + configured());
        }
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(32)
                .maxNumberLength(100)
                .maxStringLength(500_000)
                .maxNameLength(500)
                .maxTokenCount(100_000)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    private static Object configured() {
        try (InputStream file = ServiceJson.class.getResourceAsStream("/waymark-platform.yaml")) {
            Map<String, Map<String, Object>> settings = new Yaml().load(Objects.requireNonNull(file));
            return Objects.requireNonNull(
                    Objects.requireNonNull(settings.get("spring")).get("jackson"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
