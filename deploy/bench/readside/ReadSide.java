package readside;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.waymark.platform.Event;
import org.waymark.progress.dashboard.store.Generation;
import org.waymark.progress.dashboard.store.Generation.State;
import org.waymark.progress.dashboard.store.Generations;
import org.waymark.progress.dashboard.store.ReadModel;
import org.waymark.progress.dashboard.store.ReadModels;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the read side costs, as ratios of times of one run: the projector beside one that finds and saves per event, and
 * beside reading and parsing alone; a rebuild of more and more events; and one update among more and more commitments. Run
 * it by {@code deploy/bench/read-side}.
 */
final class ReadSide {

    private static final int PER_COMMITMENT = 50;
    private static final int SAMPLE = 4_000;
    private static final int POLL = 500;
    private static final int BITE = 5_000;
    private static final int UPDATES = 200;

    /** Of more events the second rebuild, which is compared, would take this program too long. */
    private static final int MOST_COMPARED = 100_000;

    private final Here here;
    private final Topic topic;
    private final Generations generations;
    private final ReadModels models;
    private final JsonMapper json = new JsonMapper();

    private ReadSide(Here here) {
        this.here = here;
        this.topic = new Topic(here.kafka());
        this.generations = here.bean(Generations.class);
        this.models = here.bean(ReadModels.class);
    }

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "help" : arguments[0];
        int most = arguments.length < 2 ? 100_000 : Integer.parseInt(arguments[1]);
        try (Here here = new Here()) {
            switch (what) {
                case "projector" -> new ReadSide(here).projector();
                case "rebuild" -> new ReadSide(here).rebuild(most);
                case "update" -> new ReadSide(here).update(most);
                default -> System.out.println("Usage: deploy/bench/read-side projector | rebuild [EVENTS] | update [COMMITMENTS]");
            }
        }
        System.exit(0);
    }

    /** Three ways over the same events, there and back, so that whatever else the machine does falls on all alike. */
    private void projector() {
        topic.fill(2 * SAMPLE, PER_COMMITMENT);
        topic.read(POLL, SAMPLE, this::parse);
        foldOne(SAMPLE / 8);
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String lane : List.of("parse", "batch", "one", "one", "batch", "parse")) {
            double took =
                    switch (lane) {
                        case "parse" -> timed(() -> topic.read(POLL, SAMPLE, this::parse));
                        case "batch" -> foldBatches(SAMPLE);
                        default -> foldOne(SAMPLE);
                    };
            seconds.merge(lane, took, Double::sum);
        }
        double parse = seconds.get("parse");
        double batch = seconds.get("batch");
        double one = seconds.get("one");
        System.out.printf("%d events twice each way, in polls of %d%n", SAMPLE, POLL);
        System.out.printf("projector : read and parse alone            %8.2f%n", batch / parse);
        System.out.printf("find and save per event : projector         %8.2f%n", one / batch);
    }

    private double foldBatches(int events) {
        ReadModel model = fresh();
        return timed(() -> topic.read(POLL, events, bite -> model.feed().replay(bite)));
    }

    private double foldOne(int events) {
        ReadModel model = fresh();
        return timed(() -> topic.read(
                POLL, events, bite -> bite.forEach(record -> model.feed().replay(List.of(record)))));
    }

    /** From the start to serving, as an administrator asks for it; then a second one, which is compared with the first. */
    private void rebuild(int most) throws InterruptedException {
        System.out.printf("%10s %24s %28s%n", "events", "rebuild : read + parse", "with comparison : without");
        Map<Integer, Double> took = new LinkedHashMap<>();
        int filled = 0;
        for (int events = Math.min(most, 10_000); events <= most; events *= 10) {
            topic.fill(events - filled, PER_COMMITMENT);
            filled = events;
            double parse = timed(() -> topic.read(BITE, Long.MAX_VALUE, this::parse));
            generations.change(generations.serving().generation(), one -> one.of(new Generation.Topic("none", 0)));
            double first = rebuilt();
            String compared = events > MOST_COMPARED ? "-" : "%.2f".formatted(rebuilt() / first);
            parse = (parse + timed(() -> topic.read(BITE, Long.MAX_VALUE, this::parse))) / 2;
            took.put(events, first);
            System.out.printf("%10d %24.2f %28s%n", events, first / parse, compared);
        }
        List<Integer> sizes = List.copyOf(took.keySet());
        for (int i = 1; i < sizes.size(); i++) {
            System.out.printf(
                    "%d : %d events take %.1f times as long%n",
                    sizes.get(i), sizes.get(i - 1), took.get(sizes.get(i)) / took.get(sizes.get(i - 1)));
        }
    }

    private double rebuilt() throws InterruptedException {
        long began = System.nanoTime();
        int number = generations.create().number();
        while (generations.get(number).state() != State.SERVING) {
            Thread.sleep(20);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** The next update of one commitment, among more and more others; medians beside that among the fewest. */
    private void update(int most) {
        ReadModel model = fresh();
        double least = 0;
        int standing = 0;
        System.out.printf("%12s %20s%n", "commitments", "one update");
        for (int commitments = Math.min(most, 10_000), level = 1; commitments <= most; commitments *= 10, level++) {
            topic.submit(commitments - standing);
            topic.read(BITE, Long.MAX_VALUE, bite -> model.feed().replay(bite));
            standing = commitments;
            median(model, commitments, 2 * level); // so that nothing is measured cold
            double median = median(model, commitments, 2 * level + 1);
            least = least == 0 ? median : least;
            System.out.printf("%12d %20.2f%n", commitments, median / least);
        }
    }

    /** @param which of the first fifty commitments is updated, and of each further fifty or more: others each time */
    private double median(ReadModel model, int commitments, int which) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < UPDATES; i++) {
            int commitment = (int) ((long) i * commitments / UPDATES) + which;
            ConsumerRecord<?, ?> record = next(commitment, 10_000_000L * which + i);
            times.add(timed(() -> model.feed().replay(List.of(record))));
        }
        Collections.sort(times);
        return times.get(UPDATES / 2);
    }

    private ConsumerRecord<?, ?> next(int commitment, long offset) {
        ProducerRecord<byte[], byte[]> made = topic.reported(commitment, 2, Instant.parse("2026-06-01T08:00:00Z"));
        return new ConsumerRecord<>(
                made.topic(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                made.key().length,
                made.value().length,
                made.key(),
                made.value(),
                made.headers(),
                Optional.empty());
    }

    /** One that is not made by the service itself. */
    private ReadModel fresh() {
        Generation made = generations.create();
        generations.change(made.number(), one -> one.in(State.RETIRED).with(one.rebuild().leased("bench", Instant.MAX)));
        return models.of(made.number());
    }

    private void parse(List<ConsumerRecord<?, ?>> records) {
        for (ConsumerRecord<?, ?> record : records) {
            json.readTree(new String(
                    Event.read(record.headers(), (byte[]) record.value()).data(), StandardCharsets.UTF_8));
        }
    }

    private static double timed(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
