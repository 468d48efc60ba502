package org.waymark.faults;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sends services what they must refuse, and keeps each answer that is no refusal but a failure. */
final class BadBodies {

    private static final int SENDERS = 8;
    private static final int KEPT = 20;

    private final List<Door> doors;
    private final long seed;
    private final ConcurrentMap<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> taken = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    BadBodies(List<Door> doors, long seed) {
        this.doors = doors;
        this.seed = seed;
    }

    /**
     * Sends the bodies of these numbers.
     *
     * @return how many were sent before the time was up
     */
    int send(int first, int end, long until) throws ExecutionException, InterruptedException {
        AtomicInteger next = new AtomicInteger(first);
        AtomicInteger sent = new AtomicInteger();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> all = IntStream.range(0, SENDERS)
                    .<Future<?>>mapToObj(i -> senders.submit(() -> {
                        for (int n = next.getAndIncrement();
                                n < end && System.nanoTime() < until;
                                n = next.getAndIncrement()) {
                            one(n);
                            sent.incrementAndGet();
                        }
                    }))
                    .toList();
            for (Future<?> sender : all) {
                sender.get();
            }
        }
        return sent.get();
    }

    /** The same one for the same number, whoever sends it. */
    private void one(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        Door door = door(random);
        Door.Request request = door.request(new UUID(seed, number), random);
        Optional<Client.Answer> answer =
                request.caller().ask(request.method(), request.path(), request.body(), request.headers());
        int status = answer.map(Client.Answer::status).orElse(0);
        answers.computeIfAbsent(door.service() + " " + status, first -> new AtomicInteger())
                .incrementAndGet();
        if (status / 100 == 2) {
            taken.computeIfAbsent(request.operation(), first -> new AtomicInteger())
                    .incrementAndGet();
        }
        if (!answer.map(BadBodies::isMeant).orElse(false) && failures.size() < KEPT) {
            failures.add("body %d: %d to %s".formatted(number, status, request.told()));
        }
    }

    /** A 503 that says of what kind it is and when to ask again is an answer; any other 5xx, and none, is a failure. */
    private static boolean isMeant(Client.Answer answer) {
        return answer.status() < 500
                || answer.status() == 503 && answer.body().has("type") && answer.retryAfter() != null;
    }

    /** The more a service answers, the more it is asked. */
    private Door door(Random random) {
        int all = doors.stream().mapToInt(door -> door.operations().size()).sum();
        int at = random.nextInt(all);
        for (Door door : doors) {
            at -= door.operations().size();
            if (at < 0) {
                return door;
            }
        }
        throw new IllegalStateException();
    }

    Queue<String> failures() {
        return failures;
    }

    /** Operations that took nothing of what was sent. */
    List<String> neverTaken() {
        return operations().filter(one -> !taken.containsKey(one)).sorted().toList();
    }

    /** What a right body is kept for, and no service answers any more. */
    List<String> unanswered() {
        Set<String> answered = operations().collect(Collectors.toSet());
        return Surface.known().stream().filter(one -> !answered.contains(one)).toList();
    }

    private Stream<String> operations() {
        return doors.stream().flatMap(door -> door.operations().stream()).map(one -> one.method() + " " + one.path());
    }

    @Override
    public String toString() {
        return "answers: " + new TreeMap<>(answers);
    }
}
