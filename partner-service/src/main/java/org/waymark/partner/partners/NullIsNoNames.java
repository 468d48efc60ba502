package org.waymark.partner.partners;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** As {@link NullIsEmpty}, for names by language, each of which may be null itself. */
final class NullIsNoNames extends ValueDeserializer<Optional<Map<String, @Nullable String>>> {

    private static final TypeReference<LinkedHashMap<String, @Nullable String>> NAMES = new TypeReference<>() {};

    @Override
    public Optional<Map<String, @Nullable String>> deserialize(JsonParser parser, DeserializationContext context) {
        return Optional.of(context.readValue(parser, context.getTypeFactory().constructType(NAMES)));
    }

    @Override
    public Optional<Map<String, @Nullable String>> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
