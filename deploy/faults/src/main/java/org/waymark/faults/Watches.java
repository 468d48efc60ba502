package org.waymark.faults;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What notification-service has read of the topic, and may read again: it is thrown away as an operator would. */
record Watches(Cluster cluster, Client alerts) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** While it is stopped. */
    void drop() {
        cluster.inStore(Cluster.NOTIFICATION, database -> drop(database, "watches"));
    }

    static void drop(MongoDatabase database, String collections) {
        StreamSupport.stream(database.listCollectionNames().spliterator(), false)
                .filter(name -> name.startsWith(collections))
                .toList()
                .forEach(name -> database.getCollection(name).drop());
    }

    /** Until every commitment has been read as far as progress-service has committed it. */
    void awaitRead() {
        Awaitility.await("all commitments to be watched")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> behind() == 0);
    }

    private long behind() {
        Map<Object, Object> committed = sequences(Cluster.PROGRESS, "commitments");
        Map<Object, Object> watched = sequences(Cluster.NOTIFICATION, "watches_2");
        return committed.entrySet().stream()
                .filter(one -> !one.getValue().equals(watched.get(one.getKey())))
                .count();
    }

    private Map<Object, Object> sequences(String service, String collection) {
        Map<Object, Object> found = new HashMap<>();
        cluster.inStore(
                service,
                database -> database.getCollection(collection)
                        .find()
                        .forEach(one -> found.put(one.get("_id"), one.get("sequence"))));
        return found;
    }

    /** All alerts there are by id, with their cause. */
    Map<String, String> raised() {
        Map<String, String> found = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = alerts.get("/api/alerts?limit=200" + cursor);
            page.at("/items")
                    .forEach(one -> found.put(
                            one.at("/id").asString(),
                            one.at("/rule").asString() + " " + one.at("/cause").asString("")));
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        return found;
    }
}
