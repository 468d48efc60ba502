package org.waymark.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What goes wrong in a run. */
sealed interface Fault {

    /** As it stands in the table and on the command line. */
    String title();

    /** Which of the services dies. */
    enum Service {
        PROGRESS,
        NOTIFICATION
    }

    /** The process dies at a passage of this point, one of the first so many. */
    record Kill(Service service, String point, int passages) implements Fault {

        @Override
        public String title() {
            return (service == Service.PROGRESS ? "progress " : "notification ") + point;
        }
    }

    /** Nobody dies, or not a service. */
    enum Trouble implements Fault {
        NOTHING,
        STORE_KILLED,
        STORE_PAUSED,
        STORE_CUT,
        /** The store applies a commit; its answer is lost on the way. */
        STORE_ANSWERS_CUT,
        BROKER_KILLED,
        BROKER_PAUSED,
        BROKER_CUT,
        BROKER_UNREACHABLE,
        SENDS_REFUSED,
        /** A commitment's events stand on the topic as 1, 3, 2. */
        HOLE_ON_TOPIC;

        @Override
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The steps of the walk, before and after each, and both servers; the first fifteen are what every build tries. */
    static List<Fault> kills() {
        List<Fault> kills = new ArrayList<>();
        Stream.of("aggregate-write", "send", "acknowledgement", "take-out", "projection-write", "offset-commit")
                .forEach(step -> both(kills, Service.PROGRESS, step, passages(step)));
        both(kills, Service.NOTIFICATION, "alert-insert", 4);
        kills.add(Trouble.STORE_KILLED);
        kills.add(Trouble.BROKER_KILLED);
        Stream.of("answer", "history-write", "tally-write", "activity-write", "position-write")
                .forEach(step -> both(kills, Service.PROGRESS, step, passages(step)));
        Stream.of("send", "acknowledgement", "take-out", "history-write", "projection-write")
                .forEach(step -> both(kills, Service.NOTIFICATION, step, 3));
        Stream.of("position-write", "offset-commit").forEach(step -> both(kills, Service.NOTIFICATION, step, 2));
        return kills;
    }

    /** Nobody dies of these. */
    static List<Fault> troubles() {
        List<Fault> kills = kills();
        return Stream.of(Trouble.values())
                .filter(trouble -> trouble != Trouble.NOTHING && !kills.contains(trouble))
                .map(Fault.class::cast)
                .toList();
    }

    static List<Fault> all() {
        return Stream.concat(kills().stream(), troubles().stream()).toList();
    }

    private static void both(List<Fault> all, Service service, String step, int passages) {
        all.add(new Kill(service, step + ".before", passages));
        all.add(new Kill(service, step + ".after", passages));
    }

    private static int passages(String step) {
        return switch (step) {
            case "aggregate-write", "answer" -> 10;
            case "send", "acknowledgement" -> 15;
            default -> 3;
        };
    }
}
