package org.waymark.notification.wire;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data of events. What a producer adds is not an error here (on HTTP an unknown field is), what it leaves out is
 * missed by the record that needs it.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(nulls -> nulls.withValueInclusion(Include.NON_NULL))
            .build();

    private EventJson() {}

    /** @throws RuntimeException where the bytes are not such a record */
    public static <T> T read(byte[] data, Class<T> type) {
        return MAPPER.readValue(data, type);
    }

    public static byte[] write(Object event) {
        return MAPPER.writeValueAsBytes(event);
    }
}
