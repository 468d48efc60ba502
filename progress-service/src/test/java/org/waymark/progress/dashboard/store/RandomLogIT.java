package org.waymark.progress.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.platform.Event;
import org.waymark.platform.Feed;
import org.waymark.platform.Platform;
import org.waymark.platform.Projection;
import org.waymark.progress.ServiceIT;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.domain.Change;
import org.waymark.progress.dashboard.domain.Course;
import org.waymark.progress.dashboard.domain.PlainCount;
import org.waymark.progress.dashboard.domain.Tally;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random logs through the real feed into the real store, by two owners of one partition who crash between any two of their
 * writes and begin again earlier: the tallies come to what counting the events gives, for every pair of days. And bugs
 * that must not go unseen do not.
 */
class RandomLogIT extends ServiceIT {

    private static final int SEEDS = 6;
    private static final int DAYS = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private enum Bug {
        NONE,
        CARDS_BEFORE_TALLIES,
        NO_OFFSET_GUARD,
        DAYS_SWAPPED
    }

    private final ReadWriteLock tallyWrites = new ReentrantReadWriteLock();

    /** Where a process dies. */
    private static final class Crash extends RuntimeException {}

    @Autowired
    Platform platform;

    @Autowired
    MongoDatabase store;

    @Autowired
    JsonMapper json;

    @Autowired
    CircuitBreakerRegistry breakers;

    /** What dies here is no store that does not answer. */
    @BeforeEach
    void crashesOpenNothing() {
        breakers.circuitBreaker("feed-to-store").transitionToDisabledState();
    }

    @AfterEach
    void asBefore() {
        breakers.circuitBreaker("feed-to-store").transitionToClosedState();
    }

    @Test
    void tallies_are_what_counting_the_log_gives_for_every_day_as_known_on_every_day() {
        for (int seed = 0; seed < SEEDS; seed++) {
            assertThat(wrong(seed, Bug.NONE)).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_planted_bug_is_caught(Bug bug) {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < SEEDS && wrong.isEmpty(); seed++) {
            wrong.addAll(wrong(seed, bug));
        }

        assertThat(wrong).as("%s goes unseen", bug).isNotEmpty();
    }

    /** The first figures that are not what they should be. */
    private List<String> wrong(int seed, Bug bug) {
        Random random = new Random(seed);
        RandomLog log = RandomLog.of(random, FIRST, DAYS, json);
        String name = "random_" + bug.name().toLowerCase(Locale.ROOT) + "_" + seed;
        try (ExecutorService owners = Executors.newFixedThreadPool(2)) {
            Future<?> one = owners.submit(() -> new Owner(name, bug, new Random(seed + 1)).read(log.records()));
            Future<?> other = owners.submit(() -> new Owner(name, bug, new Random(seed + 2)).read(log.records()));
            one.get();
            other.get();
        } catch (Exception e) {
            throw new AssertionError("seed " + seed, e);
        }
        return compare(log, new MongoTallies(platform, name + "_tallies"));
    }

    private List<String> compare(RandomLog log, MongoTallies tallies) {
        List<String> wrong = new ArrayList<>();
        List<Tally.Key> keys = List.of(
                Tally.Key.ALLIANCE,
                new Tally.Key("partner", "iom"),
                new Tally.Key("country", "HND"),
                new Tally.Key("sdgTarget", "8.7"));
        for (Tally.Key key : keys) {
            for (int known = -1; known < DAYS + 2; known++) {
                LocalDate knownAt = FIRST.plusDays(known);
                Course course = tallies.course(key, knownAt);
                for (int day = -2; day < DAYS + 3; day++) {
                    LocalDate asOf = FIRST.plusDays(day);
                    Map<String, Long> total = course.on(asOf);
                    total.values().removeIf(sum -> sum == 0);
                    Map<String, Long> counted = counted(log, key, asOf, knownAt);
                    if (!total.equals(counted)) {
                        wrong.add(key + " on " + asOf + " as known on " + knownAt + ": " + total + ", counted "
                                + counted);
                    }
                }
            }
        }
        return wrong.stream().limit(3).toList();
    }

    private static Map<String, Long> counted(RandomLog log, Tally.Key key, LocalDate asOf, LocalDate knownAt) {
        Map<String, Long> count = new HashMap<>();
        log.histories.values().stream()
                .filter(history -> PlainCount.isUnder(history, key))
                .forEach(history -> PlainCount.of(history, asOf, knownAt)
                        .forEach((measure, by) -> count.merge(measure, by, Long::sum)));
        count.values().removeIf(sum -> sum == 0);
        return count;
    }

    /** A process that owns the partition, or believes so. */
    private final class Owner {

        private final Random random;
        private final Feed<Card> feed;
        private final Faulty faulty;

        private Owner(String name, Bug bug, Random random) {
            this.random = random;
            this.faulty = new Faulty(name, bug, random);
            this.feed = platform.feed("random", name, ReadModel.TOPIC, faulty);
        }

        private void read(List<ConsumerRecord<byte[], byte[]>> records) {
            int from = 0;
            int crashes = 30;
            while (from < records.size()) {
                int to = Math.min(records.size(), from + 1 + random.nextInt(12));
                try {
                    faulty.mayCrash = crashes > 0;
                    feed.consume(List.copyOf(records.subList(from, to)));
                    faulty.afterCards();
                    boolean isPositionLost = crashes > 0 && random.nextInt(5) == 0;
                    from = isPositionLost ? Math.max(0, from - random.nextInt(5)) : to;
                } catch (Crash crash) {
                    crashes--;
                    from = Math.max(0, from - random.nextInt(8));
                }
            }
        }
    }

    /** The dashboard's projection, which dies now and then after some of its writes, and may have a bug. */
    private final class Faulty implements Projection<Card> {

        private final Bug bug;
        private final Random random;
        private final String name;
        private final MongoTallies tallies;
        private final DashboardProjection projection;
        private final List<Step<Card>> late = new ArrayList<>();
        private boolean mayCrash;

        private Faulty(String name, Bug bug, Random random) {
            this.name = name;
            this.bug = bug;
            this.random = random;
            this.tallies = new MongoTallies(platform, name + "_tallies");
            this.projection = new DashboardProjection(
                    json,
                    tallies,
                    new MongoUpdates(platform, name + "_updates"),
                    new MongoActivity(platform, store.getCollection(name + "_activity")));
        }

        @Override
        public void beforeViews(List<Step<Card>> steps) {
            if (bug == Bug.NO_OFFSET_GUARD) {
                store.getCollection(name + "_tallies")
                        .updateMany(new Document(), new Document("$set", new Document("offset", -1L)));
            }
            if (bug == Bug.CARDS_BEFORE_TALLIES) {
                late.addAll(steps);
            } else if (bug == Bug.DAYS_SWAPPED) {
                tallies.write(steps.stream().map(Faulty::swapped).toList());
            } else {
                written(steps, mayCrash && random.nextInt(6) == 0);
            }
            if (mayCrash && random.nextInt(6) == 0) {
                throw new Crash();
            }
        }

        /** Half of the tallies, and dead; or all. While half of them are put back, nobody else writes any. */
        private void written(List<Step<Card>> steps, boolean half) {
            Lock lock = half ? tallyWrites.writeLock() : tallyWrites.readLock();
            lock.lock();
            try {
                Map<String, Document> before = half ? stored() : Map.of();
                projection.beforeViews(steps);
                if (half) {
                    putSomeBack(before);
                    throw new Crash();
                }
            } finally {
                lock.unlock();
            }
        }

        private Map<String, Document> stored() {
            Map<String, Document> found = new HashMap<>();
            store.getCollection(name + "_tallies").find().forEach(one -> found.put(one.getString("_id"), one));
            return found;
        }

        private void putSomeBack(Map<String, Document> before) {
            stored().forEach((id, now) -> {
                Document then = before.get(id);
                if (!now.equals(then) && random.nextBoolean()) {
                    Document which = new Document("_id", id);
                    store.getCollection(name + "_tallies").deleteOne(which);
                    if (then != null) {
                        store.getCollection(name + "_tallies").insertOne(then);
                    }
                }
            });
        }

        private void afterCards() {
            List<Step<Card>> written = List.copyOf(late);
            late.clear();
            if (mayCrash && random.nextInt(3) == 0) {
                throw new Crash();
            }
            projection.beforeViews(written);
        }

        private static Counted swapped(Step<Card> step) {
            Counted right = Counted.of(step);
            return new Counted(
                    right.event(),
                    right.partition(),
                    right.offset(),
                    right.after(),
                    right.changes().stream()
                            .map(one -> new Change(one.recorded(), one.effective(), one.by()))
                            .toList());
        }

        @Override
        public boolean understands(String type) {
            return projection.understands(type);
        }

        @Override
        public boolean ignores(String type) {
            return projection.ignores(type);
        }

        @Override
        public Card apply(@Nullable Card card, Event event) {
            return projection.apply(card, event);
        }

        @Override
        public Document write(Card card) {
            return projection.write(card);
        }

        @Override
        public Card read(Document stored) {
            return projection.read(stored);
        }
    }
}
