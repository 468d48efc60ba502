package org.waymark.faults;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Who reads a topic: a feed of a service, by its group at the broker and its collection in the service's store.
 *
 * @param name what it calls itself on dead letters
 * @param main of the service
 */
record Reader(String name, String main, String topic, String group, String views) {

    static final List<Reader> ALL = List.of(
            progress("waymark.commitments", "dashboard", "dashboard"),
            notification("waymark.commitments", "watches", "watches"),
            new Reader(
                    "partner-service",
                    Cluster.PARTNER,
                    "waymark.commitments",
                    "waymark-partner-service-introductions",
                    "introductions"),
            progress("waymark.partners", "directory", "directory"),
            progress("waymark.partners", "access", "access"),
            notification("waymark.partners", "groups", "groups"),
            notification("waymark.partners", "access", "access"),
            progress("waymark.alerts", "alerts", "openAlerts"));

    private static Reader progress(String topic, String group, String views) {
        return new Reader("progress-service", Cluster.PROGRESS, topic, "waymark-progress-" + group, views);
    }

    private static Reader notification(String topic, String group, String views) {
        return new Reader("notification-service", Cluster.NOTIFICATION, topic, "waymark-notification-" + group, views);
    }

    /** Those of the subjects that it holds nothing of, and so would apply without what is missing, or has forgotten. */
    Set<String> notHeld(Cluster cluster, Set<String> subjects) {
        return without(cluster, subjects, "_held", "subject");
    }

    /** Those it does not know of, neither as applied nor as held. */
    Set<String> notSeen(Cluster cluster, Set<String> subjects) {
        return without(cluster, subjects, "", "_id");
    }

    /** A read model that was made anew has its number behind its name. */
    private Set<String> without(Cluster cluster, Set<String> subjects, String suffix, String field) {
        Set<String> missing = new HashSet<>(subjects);
        cluster.inStore(
                main,
                database -> database.listCollectionNames().forEach(name -> {
                    if (name.matches(views + "(_\\d+)?" + suffix)) {
                        database.getCollection(name)
                                .find()
                                .projection(new Document(field, 1))
                                .forEach(row -> missing.remove(row.getString(field)));
                    }
                }));
        return missing;
    }
}
