package org.waymark.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Puts on a topic again what stands on it, for readers that held it or could not read it: they may not write there, and
 * ask on {@code <topic>.again} whoever owns the topic. A request is the {@link Place} of a record and nothing of its
 * content, so nobody gets on a topic what does not stand there already. Asked twice, the record comes twice, which every
 * reader knows.
 */
record Again(Sender sender, Function<String, TopicReader> readers) implements Consumer<Message<List<byte[]>>> {

    static final String SUFFIX = ".again";
    static final String ASKER = "waymark-again-asker";
    private static final Logger log = LoggerFactory.getLogger(Again.class);

    /** Throws, and is handed the batch again, while the broker does not answer. */
    @Override
    public void accept(Message<List<byte[]>> requests) {
        for (ConsumerRecord<?, ?> request : Feed.records(requests)) {
            if (!isPutAgain(request)) {
                log.warn("the request {} names no record that can be put on its topic again", Place.of(request));
            }
        }
    }

    private boolean isPutAgain(ConsumerRecord<?, ?> request) {
        return Place.read(request.value() == null ? "" : new String((byte[]) request.value(), StandardCharsets.UTF_8))
                .filter(wanted -> request.topic().equals(wanted.topic() + SUFFIX))
                .flatMap(wanted -> readers.apply(wanted.topic()).at(wanted))
                .map(record -> sender.send(copy(record, request)))
                .orElse(false);
    }

    /** On the partition it stands on, marked where it was held: the mark is made here, of the request's own place. */
    private static ProducerRecord<byte[], byte[]> copy(
            ConsumerRecord<byte[], byte[]> record, ConsumerRecord<?, ?> request) {
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), record.value(), record.headers());
        copy.headers().remove(Event.REDRIVEN);
        if (request.headers().lastHeader(Event.REDRIVEN) != null) {
            Event.put(copy.headers(), Event.REDRIVEN, Place.of(request).toString());
        }
        return copy;
    }
}
