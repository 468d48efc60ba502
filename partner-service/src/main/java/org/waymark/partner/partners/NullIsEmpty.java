package org.waymark.partner.partners;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Keeps apart what Jackson takes for the same: a field that is null (empty) and one that is not there (null). */
final class NullIsEmpty extends ValueDeserializer<Optional<String>> {

    @Override
    public Optional<String> deserialize(JsonParser parser, DeserializationContext context) {
        return Optional.of(context.readValue(parser, String.class));
    }

    @Override
    public Optional<String> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
