package org.waymark.testing;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Watches what is really sent to the store. The embedded store would accept any concern and any size, so without this
 * a test that passes there could lose data in production. Import {@link Listening}, and assert after the tests.
 */
public final class StoreRules implements CommandListener {

    private static final int LARGEST_DOCUMENT = 1 << 20;
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");
    private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct");
    private static final Set<String> NOT_OURS = Set.of("admin", "config", "local");
    private static final Queue<String> VIOLATIONS = new ConcurrentLinkedQueue<>();

    /** Fails with every violation since the last call. */
    public static void assertHeld() {
        List<String> violations = List.copyOf(VIOLATIONS);
        VIOLATIONS.clear();
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), violations));
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        String name = event.getCommandName();
        if (NOT_OURS.contains(event.getDatabaseName())) {
            return;
        }
        if (WRITES.contains(name)) {
            requireMajorityAndJournal(event.getCommand());
            requireBoundedDocuments(event.getCommand());
        } else if (READS.contains(name)) {
            requireMajorityRead(event.getCommand());
        }
    }

    private static void requireMajorityAndJournal(BsonDocument command) {
        BsonDocument concern = command.getDocument("writeConcern", new BsonDocument());
        boolean majority = new BsonString("majority").equals(concern.get("w"));
        boolean journal = concern.containsKey("j") && concern.getBoolean("j").getValue();
        if (!majority || !journal) {
            violated(command, "writes with concern " + concern.toJson() + ", not w:majority and j:true");
        }
    }

    private static void requireMajorityRead(BsonDocument command) {
        BsonDocument concern = command.getDocument("readConcern", new BsonDocument());
        if (!new BsonString("majority").equals(concern.get("level"))) {
            violated(command, "reads with concern " + concern.toJson() + ", not majority");
        }
    }

    private static void requireBoundedDocuments(BsonDocument command) {
        Stream<BsonValue> updates =
                items(command, "updates").map(update -> update.asDocument().get("u"));
        Stream.of(items(command, "documents"), updates, Stream.ofNullable(command.get("update")))
                .flatMap(values -> values)
                .filter(BsonValue::isDocument)
                .map(value -> size(value.asDocument()))
                .filter(bytes -> bytes >= LARGEST_DOCUMENT)
                .forEach(bytes -> violated(command, "writes a document of " + bytes + " bytes"));
    }

    private static Stream<BsonValue> items(BsonDocument command, String field) {
        return command.getArray(field, new BsonArray()).stream();
    }

    private static int size(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    private static void violated(BsonDocument command, String how) {
        String name = command.getFirstKey();
        VIOLATIONS.add(name + " of " + command.get(name) + " " + how);
    }

    /** Puts the rules on the application's own client. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Listening {

        @Bean
        MongoClientSettingsBuilderCustomizer storeRules() {
            return settings -> settings.addCommandListener(new StoreRules());
        }
    }
}
