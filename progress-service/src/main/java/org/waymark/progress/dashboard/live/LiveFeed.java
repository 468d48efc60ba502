package org.waymark.progress.dashboard.live;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.waymark.platform.Event;

/**
 * Follows all partitions of waymark.commitments in every instance, from where the topic stands at the start. It keeps
 * nothing and decides nothing: what cannot be read is the dashboard feed's to report.
 */
@Configuration
class LiveFeed {

    @Bean
    Consumer<Message<List<byte[]>>> live(LiveBoard board) {
        return batch -> {
            List<?> records = batch.getHeaders().get(KafkaHeaders.RAW_DATA, List.class);
            if (records != null) {
                records.forEach(record -> publish(board, (ConsumerRecord<?, ?>) record));
            }
        };
    }

    private static void publish(LiveBoard board, ConsumerRecord<?, ?> record) {
        try {
            Event event = Event.read(record.headers(), (byte[]) record.value());
            board.publish(new LiveBoard.Change(
                    record.partition(), record.offset(), event.subject(), event.sequence(), event.traceparent()));
        } catch (IllegalArgumentException unreadable) {
            return; // the dashboard feed puts it among the dead letters
        }
    }
}
