package org.waymark.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether each commitment's events stand on the topic as 1, 2, 3 and so on, and what comes again is the same. */
final class Order {

    private final Findings findings;
    private long repeated;

    Order(Findings findings) {
        this.findings = findings;
    }

    /** The histories up to the first hole, by commitment. */
    Map<String, History> check(Log log) {
        Map<String, List<Announced>> byCommitment = new TreeMap<>();
        log.announced()
                .forEach(one -> byCommitment
                        .computeIfAbsent(one.commitment(), id -> new ArrayList<>())
                        .add(one));
        Map<String, History> histories = new TreeMap<>();
        byCommitment.forEach((id, announced) -> {
            Map<Long, Announced> first = first(id, announced);
            List<Announced> events = whole(first);
            findings.compared(Part.TOPIC);
            if (events.size() < first.size()) {
                findings.differs(Part.TOPIC, id + ": " + (events.size() + 1) + " is missing before later events");
            }
            if (!events.isEmpty() && events.getFirst().is("submitted")) {
                histories.put(id, History.of(id, events));
            } else if (!events.isEmpty()) {
                findings.differs(
                        Part.TOPIC, id + ": begins with " + events.getFirst().type());
            }
        });
        note(log);
        return histories;
    }

    private void note(Log log) {
        findings.note(log.announced().size() + " events on the topic, " + repeated + " of them again");
        if (!log.unreadable().isEmpty()) {
            findings.note(log.unreadable().size() + " records on the topic are no events, the first at "
                    + log.unreadable().getFirst());
        }
    }

    private Map<Long, Announced> first(String id, List<Announced> announced) {
        Map<Long, Announced> first = new HashMap<>();
        long last = 0;
        for (Announced one : announced) {
            Announced known = first.putIfAbsent(one.sequence(), one);
            if (known == null) {
                if (one.sequence() < last) {
                    findings.differs(
                            Part.TOPIC,
                            id + ": " + one.sequence() + " stands behind " + last + " (" + one.place() + ")");
                }
                last = Math.max(last, one.sequence());
            } else if (one.repeats(known)) {
                repeated++;
            } else {
                findings.differs(
                        Part.TOPIC,
                        id + ": " + one.sequence() + " is two events (" + known.place() + " and " + one.place() + ")");
            }
        }
        return first;
    }

    private static List<Announced> whole(Map<Long, Announced> first) {
        List<Announced> events = new ArrayList<>();
        for (long n = 1; first.get(n) != null; n++) {
            events.add(first.get(n));
        }
        return events;
    }
}
