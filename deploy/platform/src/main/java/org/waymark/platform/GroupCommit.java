package org.waymark.platform;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.edge.Problem;
import org.waymark.platform.CommitLanes.Pending;

/**
 * Commits a group: one read of the documents concerned, the decisions, one unordered bulk of replacements each guarded
 * by the version read. Losers of the guard decide again. Where the outcome is unknown the documents are read again: a
 * command whose key stands there is committed, any other decides again. Nothing is answered or published before that.
 */
final class GroupCommit {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int ATTEMPTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> history;
    private final String source;
    private final long outboxCap;
    private final Relay relay;

    GroupCommit(
            MongoCollection<Document> documents,
            MongoCollection<Document> history,
            String source,
            long outboxCap,
            Relay relay) {
        this.documents = documents;
        this.history = history;
        this.source = source;
        this.outboxCap = outboxCap;
        this.relay = relay;
    }

    static Problem storeAway() {
        return Problem.unavailable(
                "store-unavailable",
                "The store does not answer. Send it again with the same Idempotency-Key: it will be stored once.",
                Duration.ofSeconds(5));
    }

    void commit(List<Pending> pending) {
        List<Pending> open = new ArrayList<>(pending);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean unknown = false;
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            try {
                open = attempt(open);
                unknown = false;
            } catch (MongoException e) {
                log.warn("store did not answer a group of {}: {}", open.size(), e.toString());
                unknown = true;
                pause();
            }
            if ((unknown && System.nanoTime() > deadline) || attempt > ATTEMPTS) {
                open.forEach(left -> left.answer().completeExceptionally(storeAway()));
                return;
            }
        }
    }

    /** Returns those who lost the guard. A MongoException leaves the outcome of all unknown. */
    private List<Pending> attempt(List<Pending> open) {
        Map<String, List<Pending>> byId = new LinkedHashMap<>();
        open.forEach(
                one -> byId.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one));
        Map<String, Document> stored = load(byId.keySet());
        List<CommandGroup> groups = new ArrayList<>();
        byId.forEach((id, commands) ->
                groups.add(new CommandGroup(Image.read(id, stored.get(id), source), commands, source, outboxCap)));
        List<Document> archived = new ArrayList<>();
        for (CommandGroup group : groups) {
            String id = group.image.id;
            group.image.takeOut(relay.acknowledged(id)).forEach(entry -> archived.add(row(id, entry)));
            group.decideAll();
        }
        GuardedBulk.put(history, archived);
        List<CommandGroup> writing =
                groups.stream().filter(g -> g.image.changed()).toList();
        Set<String> lost = GuardedBulk.replace(
                documents, writing.stream().map(g -> g.image.write()).toList());
        List<Pending> again = new ArrayList<>();
        for (CommandGroup group : groups) {
            if (lost.contains(group.image.id)) {
                again.addAll(group.commands);
            } else {
                relay.offer(group.image.id, group.image.outbox);
                group.answerAll();
            }
        }
        return again;
    }

    private Map<String, Document> load(Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        documents
                .find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }

    static Document row(String id, OutboxEntry entry) {
        Document row = new Document("_id", id + ":" + entry.sequence());
        row.putAll(entry.write());
        return row;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
