package org.waymark.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the clients of one run were told, as they heard it. */
final class History {

    /** A promise with two milestones: one that is claimed some day, and one that falls due without a word. */
    record Promised(String id, String claimed, String missed) {}

    /** How a post ended for the client who made it. */
    sealed interface Heard {

        static Heard of(Client.Answer answer) {
            return answer.status() == 201
                    ? new Acknowledged(
                            answer.body().at("/id").asString(),
                            answer.body().at("/sequence").asLong())
                    : new Refused(answer.status());
        }
    }

    /** It is stored, as this update, at this sequence. */
    record Acknowledged(String update, long sequence) implements Heard {}

    /** It is not stored. */
    record Refused(int status) implements Heard {}

    /** No answer came, or one to try again, and the client gave up. */
    record Unknown() implements Heard {}

    private final Map<String, Promised> promised = new ConcurrentHashMap<>();
    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final Map<String, Long> latest = new ConcurrentHashMap<>();
    private final LongAdder updates = new LongAdder();

    void promised(Promised commitment) {
        promised.put(commitment.id(), commitment);
    }

    void heard(Said update, Heard answer) {
        said.put(update.key(), update);
        heard.put(update.key(), answer);
        if (answer instanceof Acknowledged acknowledged) {
            latest.merge(update.commitment(), acknowledged.sequence(), Math::max);
            updates.increment();
        }
    }

    /** The last sequence that was acknowledged of a commitment; 0 where none was. */
    long latestOf(String commitment) {
        return latest.getOrDefault(commitment, 0L);
    }

    /** How many updates were acknowledged so far. */
    long updates() {
        return updates.sum();
    }

    Collection<Promised> commitments() {
        return promised.values();
    }

    @Nullable
    Said said(String key) {
        return said.get(key);
    }

    Heard heard(String key) {
        return heard.getOrDefault(key, new Unknown());
    }

    List<Said> acknowledgedOf(String commitment) {
        return said.values().stream()
                .filter(one -> one.commitment().equals(commitment))
                .filter(one -> heard(one.key()) instanceof Acknowledged)
                .toList();
    }

    long acknowledged() {
        return heard.values().stream().filter(Acknowledged.class::isInstance).count() + promised.size();
    }

    /** For the one who looks into a violation. */
    void write(Path file) {
        try {
            Files.write(
                    file,
                    said.values().stream()
                            .map(one -> one + " -> " + heard(one.key()))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
