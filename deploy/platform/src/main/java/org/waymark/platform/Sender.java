package org.waymark.platform;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends single records, beside the path of an update, and waits until the broker has acknowledged each. */
record Sender(KafkaTemplate<byte[], byte[]> kafka) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * @return false where the record is too large for its topic, and always will be
     * @throws KafkaException where it is not acknowledged; it may come to stand on the topic all the same
     */
    boolean send(ProducerRecord<byte[], byte[]> record) {
        try {
            kafka.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending to " + record.topic(), e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            KafkaException failed = new KafkaException("not acknowledged: " + record.topic(), e);
            if (failed.contains(RecordTooLargeException.class)) {
                return false;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        kafka.destroy();
    }
}
