package org.waymark.progress.evidence;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The bytes of files, in the GridFS bucket {@code evidence}, and notes of those that may belong to nobody. */
@Repository
class Contents {

    /** GridFS' own default, said here because reading and removing count in it. */
    static final int CHUNK_BYTES = 255 * 1024;

    private static final int MOST_CHUNKS = 128;

    /** What can be found again chunk by chunk: about 32 MB. */
    static final long MOST_BYTES = (long) CHUNK_BYTES * MOST_CHUNKS;

    private static final String BUCKET = "evidence";

    private final GridFSBucket bucket;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> chunks;
    private final MongoCollection<Document> leftovers;

    Contents(MongoDatabase database) {
        this.bucket = GridFSBuckets.create(database, BUCKET);
        this.files = database.getCollection(BUCKET + ".files");
        this.chunks = database.getCollection(BUCKET + ".chunks");
        this.leftovers = database.getCollection(BUCKET + "_leftovers");
    }

    /** Bytes that may belong to nobody: those of {@code file} unless its entry says otherwise. */
    record Leftover(String content, String file, Instant since) {}

    void note(Leftover leftover) {
        leftovers.replaceOne(
                new Document("_id", leftover.content()),
                new Document("_id", leftover.content())
                        .append("file", leftover.file())
                        .append("since", Date.from(leftover.since())),
                new ReplaceOptions().upsert(true));
    }

    /** Its bytes belong to somebody; unless it was noted anew meanwhile. */
    void strike(Leftover leftover) {
        leftovers.deleteOne(new Document("_id", leftover.content()).append("since", Date.from(leftover.since())));
    }

    List<Leftover> leftoversBefore(Instant time, int limit) {
        return leftovers
                .find(new Document("since", new Document("$lte", Date.from(time))))
                .limit(limit)
                .map(found -> new Leftover(
                        found.getString("_id"),
                        found.getString("file"),
                        found.getDate("since").toInstant()))
                .into(new ArrayList<>());
    }

    /** Holds one chunk in memory; what is not closed is not whole, and is to be removed. */
    OutputStream write(String content, String name) {
        return bucket.openUploadStream(
                new BsonString(content), name, new GridFSUploadOptions().chunkSizeBytes(CHUNK_BYTES));
    }

    /** Null where it is missing. */
    byte @Nullable [] chunk(String content, int number) {
        Document found = chunks.find(key(content, number)).first();
        return found == null ? null : found.get("data", Binary.class).getData();
    }

    /** Removes what is there of it, its note last. */
    void remove(String content) {
        files.deleteOne(new Document("_id", content));
        chunks.bulkWrite(IntStream.range(0, MOST_CHUNKS)
                .mapToObj(number -> new DeleteOneModel<Document>(key(content, number)))
                .toList());
        leftovers.deleteOne(new Document("_id", content));
    }

    private static Document key(String content, int number) {
        return new Document("files_id", content).append("n", number);
    }
}
