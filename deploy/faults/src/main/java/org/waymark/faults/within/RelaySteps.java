package org.waymark.faults.within;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** The way of an event to Kafka. */
public final class RelaySteps {

    private RelaySteps() {}

    /** In the place of the template's own. */
    public static CompletableFuture<SendResult<byte[], byte[]>> send(
            KafkaTemplate<byte[], byte[]> kafka, ProducerRecord<byte[], byte[]> record) {
        Points.reached("send.before");
        if (Points.refuses()) {
            return CompletableFuture.failedFuture(new KafkaException("refused by the harness"));
        }
        CompletableFuture<SendResult<byte[], byte[]>> sent = kafka.send(record);
        Points.reached("send.after");
        return sent;
    }

    /** What the relay is to hear of a send. */
    public static @Nullable Throwable answered(@Nullable Throwable failure) {
        if (failure == null) {
            Points.reached("acknowledgement.before");
        }
        return Bug.FAILED_SEND_FORGOTTEN.isOn() ? null : failure;
    }

    public static void heard(@Nullable Throwable failure) {
        if (failure == null) {
            Points.reached("acknowledgement.after");
        }
    }

    /** Makes the failed event alone new again, while those behind it are on their way. */
    public static void failOne(Object lane, Object sending) {
        Object event = Objects.requireNonNull(Insides.call(sending, "event"));
        Object sequence = Objects.requireNonNull(Insides.call(event, "sequence"));
        for (Object slot : (Collection<?>) Objects.requireNonNull(Insides.read(lane, "slots"))) {
            Object entry = Objects.requireNonNull(Insides.read(slot, "entry"));
            if (sequence.equals(Insides.call(entry, "sequence"))) {
                Insides.makeNew(slot);
            }
        }
    }
}
