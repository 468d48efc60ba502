package org.waymark.prove;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as a tree, its numbers exactly as they are written. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    /** What is absent is read as nothing. */
    static JsonNode read(byte @Nullable [] bytes) {
        return bytes == null || bytes.length == 0 ? MAPPER.nullNode() : MAPPER.readTree(bytes);
    }

    static byte[] write(Object tree) {
        return MAPPER.writeValueAsBytes(tree);
    }
}
