package org.waymark.prove;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One event as it stands on the topic.
 *
 * @param place where on the topic, for people
 */
record Announced(
        String commitment, long sequence, String event, String type, Instant time, JsonNode data, String place) {

    private static final String PREFIX = "org.waymark.commitment.";
    private static final String VERSION = ".v1";

    /** What happened, such as {@code progress-reported}; the whole type where it is none of ours, or a later version. */
    String what() {
        return type.startsWith(PREFIX) && type.endsWith(VERSION)
                ? type.substring(PREFIX.length(), type.length() - VERSION.length())
                : type;
    }

    boolean is(String what) {
        return what().equals(what);
    }

    /** The day it became known. */
    LocalDate day() {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    Announced at(Instant other) {
        return new Announced(commitment, sequence, event, type, other, data, place);
    }

    boolean says(String field) {
        return data.hasNonNull(field);
    }

    String text(String field) {
        return data.path(field).asString("");
    }

    LocalDate date(String field) {
        return LocalDate.parse(data.path(field).asString());
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        data.path(field).forEach(one -> texts.add(one.asString()));
        return texts;
    }

    /** Whether the other is this one again. */
    boolean repeats(Announced other) {
        return event.equals(other.event)
                && type.equals(other.type)
                && time.equals(other.time)
                && data.equals(other.data);
    }
}
