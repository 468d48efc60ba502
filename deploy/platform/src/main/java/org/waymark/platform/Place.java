package org.waymark.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands; written as {@code <topic>-<partition>@<offset>}. */
record Place(String topic, int partition, long offset) {

    private static final Pattern WRITTEN = Pattern.compile("([\\w.-]{1,249})-(\\d{1,9})@(\\d{1,18})");

    static Place of(ConsumerRecord<?, ?> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    /** Nothing where the text names no place. */
    static Optional<Place> read(String text) {
        Matcher found = WRITTEN.matcher(text);
        return found.matches()
                ? Optional.of(
                        new Place(found.group(1), Integer.parseInt(found.group(2)), Long.parseLong(found.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
