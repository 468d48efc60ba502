package org.waymark.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Whether all that is on the topics has been read, and where what could not be read is now. */
final class Drained {

    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final Map<String, Object> settings;
    private final Cluster cluster;

    Drained(Cluster cluster) {
        this.cluster = cluster;
        this.settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
    }

    /** Partitions that a reader has not come to the end of, though nothing has moved for as long as the patience. */
    List<String> stuck(Duration patience) {
        try (Admin admin = Admin.create(settings);
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<String> behind = behind(admin, consumer);
            long moved = System.nanoTime();
            while (!behind.isEmpty() && System.nanoTime() - moved < patience.toNanos()) {
                LockSupport.parkNanos(PAUSE);
                List<String> now = behind(admin, consumer);
                moved = now.equals(behind) ? moved : System.nanoTime();
                behind = now;
            }
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> behind(Admin admin, KafkaConsumer<byte[], byte[]> consumer)
            throws ExecutionException, InterruptedException {
        List<String> behind = new ArrayList<>();
        for (Reader reader : Reader.ALL) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(reader.group())
                    .partitionsToOffsetAndMetadata()
                    .get();
            consumer.endOffsets(partitions(consumer, reader.topic())).forEach((partition, end) -> {
                OffsetAndMetadata at = read.get(partition);
                if (end > 0 && (at == null || at.offset() < end)) {
                    behind.add("%s stands at %s of %d in %s"
                            .formatted(reader.group(), at == null ? "nothing" : at.offset(), end, partition));
                }
            });
        }
        return behind;
    }

    /** What is neither in the dead letters of each reader of its topic, nor held by it, nor known to it. */
    List<String> lost(Map<String, BadRecords.Sent> sent) {
        List<String> lost = new ArrayList<>();
        sent.forEach((topic, those) -> {
            Map<String, Set<String>> letters = letters(topic + ".dlt");
            for (Reader reader : Reader.ALL) {
                if (reader.topic().equals(topic)) {
                    Set<String> unreadable = new HashSet<>(those.unreadable());
                    unreadable.removeAll(letters.getOrDefault(reader.name(), Set.of()));
                    add(lost, reader, "not in its dead letters", unreadable);
                    add(lost, reader, "incomplete and not held", reader.notHeld(cluster, those.incomplete()));
                    add(lost, reader, "a fork and not held", reader.notHeld(cluster, those.forked()));
                    add(lost, reader, "neither applied nor held", reader.notSeen(cluster, those.told()));
                }
            }
        });
        return lost;
    }

    private static void add(List<String> lost, Reader reader, String how, Set<String> those) {
        if (!those.isEmpty()) {
            lost.add("%s, %s: %d of %s, such as %s"
                    .formatted(
                            reader.group(),
                            how,
                            those.size(),
                            reader.topic(),
                            those.iterator().next()));
        }
    }

    /** Origins of the dead letters by who could not read them. */
    private Map<String, Set<String>> letters(String topic) {
        Map<String, Set<String>> byReader = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Set<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> byReader.computeIfAbsent(
                                        text(letter.headers().lastHeader("waymark-dlt-reader")),
                                        first -> new HashSet<>())
                                .add(text(letter.headers().lastHeader("waymark-dlt-origin"))));
            }
        }
        return byReader;
    }

    private static Set<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static String text(@Nullable Header header) {
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
