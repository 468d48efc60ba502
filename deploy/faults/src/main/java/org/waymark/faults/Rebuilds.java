package org.waymark.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Has the read model made anew, over the API as the secretariat does. */
record Rebuilds(Client board) {

    private static final String PATH = "/api/operations/rebuilds";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * How one ended, or where it waits for a decision.
     *
     * @param sums one line for each kind and partition, of the one that served
     * @param remade the same, of the one that was made
     */
    record Made(
            int generation,
            String state,
            long read,
            List<String> sums,
            List<String> remade,
            List<Difference> differences,
            long moreDifferences,
            Duration time) {

        boolean serves() {
            return state.equals("serving");
        }

        boolean isAlike() {
            return !sums.isEmpty() && sums.equals(remade) && differences.isEmpty() && moreDifferences == 0;
        }
    }

    /** A document of the one that is not the same in the other; empty where there is none. */
    record Difference(String of, String id, String serving, String rebuilt) {}

    /** Begins one and waits until it serves, or differs. */
    Made make() {
        return await(start(), Set.of("serving", "differs"));
    }

    /** Asked again where no answer came: the one under way is not begun twice. */
    int start() {
        return Awaitility.await("a rebuild to begin")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(Client.NoAnswer.class)
                .until(this::begun, generation -> generation > 0);
    }

    private int begun() {
        Client.Answer answer =
                board.post(PATH, "{}", Map.of()).orElseThrow(() -> new Client.NoAnswer("no answer to POST " + PATH));
        if (answer.status() != 202) {
            throw new Client.NoAnswer("POST " + PATH + ": " + answer);
        }
        return answer.body().at("/generation").asInt();
    }

    /** Lets one serve that differs from the one that does. */
    Made switchTo(int generation) {
        String path = PATH + "/" + generation + "/switch";
        int status = board.post(path, "{}", Map.of()).map(Client.Answer::status).orElse(0);
        if (status != 204) {
            throw new Client.NoAnswer("POST " + path + ": " + status);
        }
        return await(generation, Set.of("serving"));
    }

    Made await(int generation, Set<String> states) {
        long began = System.nanoTime();
        JsonNode view = Awaitility.await("generation " + generation + " to be " + states)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(Client.NoAnswer.class)
                .until(
                        () -> board.get(PATH + "/" + generation),
                        found -> states.contains(found.at("/state").asString()));
        return made(view, Duration.ofNanos(System.nanoTime() - began));
    }

    /** The number of the one that serves. */
    int serving() {
        return StreamSupport.stream(board.get(PATH).at("/items").spliterator(), false)
                .filter(one -> one.at("/state").asString().equals("serving"))
                .mapToInt(one -> one.at("/generation").asInt())
                .max()
                .orElseThrow(() -> new IllegalStateException("no generation serves"));
    }

    private static Made made(JsonNode view, Duration time) {
        return new Made(
                view.at("/generation").asInt(),
                view.at("/state").asString(),
                view.at("/read").asLong(),
                sums(view, "/serving"),
                sums(view, "/rebuilt"),
                StreamSupport.stream(view.at("/differences").spliterator(), false)
                        .map(Rebuilds::difference)
                        .toList(),
                view.at("/moreDifferences").asLong(),
                time);
    }

    private static List<String> sums(JsonNode view, String of) {
        return StreamSupport.stream(view.at("/checksums").spliterator(), false)
                .map(one -> "%s %d at %d: %s"
                        .formatted(
                                one.at("/of").asString(),
                                one.at("/partition").asInt(),
                                one.at("/offset").asLong(),
                                one.at(of).asString()))
                .toList();
    }

    private static Difference difference(JsonNode one) {
        return new Difference(
                one.at("/of").asString(),
                one.at("/id").asString(),
                one.at("/serving").asString(""),
                one.at("/rebuilt").asString(""));
    }
}
