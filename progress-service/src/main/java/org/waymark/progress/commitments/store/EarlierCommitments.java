package org.waymark.progress.commitments.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.platform.Platform;

/**
 * Writes commitments of the first version as they are written today: that one did not keep what lists are sorted by. Who
 * changes one meanwhile has written it so already.
 */
@Component
class EarlierCommitments {

    private static final int AT_ONCE = 100;

    private final Platform platform;
    private final MongoCollection<Document> documents;

    EarlierCommitments(Platform platform, MongoDatabase database) {
        this.platform = platform;
        this.documents = database.getCollection("commitments");
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("earlier-commitments").start(this::rewrite);
    }

    void rewrite() {
        List<Document> found = found();
        while (!found.isEmpty()) {
            platform.replaceGuarded(
                    documents, found.stream().map(EarlierCommitments::rewritten).toList());
            found = found();
        }
    }

    private List<Document> found() {
        return documents
                .find(new Document("state.by", new Document("$exists", false))
                        .append("state", new Document("$exists", true)))
                .limit(AT_ONCE)
                .into(new ArrayList<>());
    }

    private static Document rewritten(Document stored) {
        Document state = CommitmentDocuments.write(CommitmentDocuments.read(stored.get("state", Document.class)));
        return new Document(stored).append("v", stored.getLong("v") + 1).append("state", state);
    }
}
