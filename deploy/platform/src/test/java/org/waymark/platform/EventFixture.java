package org.waymark.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Events of the aggregate {@code a1}; id and data follow from the sequence unless they are given. */
final class EventFixture {

    static final String KNOWN = "org.example.counted.v1";
    static final String IGNORED = "org.example.ignored.v1";
    static final String UNKNOWN = "org.example.unheard-of.v1";
    static final Instant TIME = Instant.parse("2026-11-01T12:00:00.123Z");

    private EventFixture() {}

    static Event event(long sequence) {
        return event("e" + sequence, KNOWN, sequence, "" + sequence);
    }

    static Event event(String id, String type, long sequence, String data) {
        return new Event(id, "/example", type, "a1", sequence, TIME, null, data.getBytes(StandardCharsets.UTF_8));
    }
}
