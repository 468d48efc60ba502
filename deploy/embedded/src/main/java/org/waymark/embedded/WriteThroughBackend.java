package org.waymark.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVStore;

/**
 * Makes an answer mean "kept". As it ships, the backend answers from memory and commits in the background, about once a
 * second; a kill loses what lies between.
 *
 * <p>What the source of H2's MVStore (2.4) says, and this class relies on:
 *
 * <ul>
 *   <li>With an auto-commit delay of 0 there are no background threads: {@link MVStore#commit()} serializes all changed
 *       pages and has written them to the file's channel when it returns. It does not force the disk, so it survives
 *       the death of the process, not of the machine.
 *   <li>With the auto-commit buffer at its default, any write may commit in the middle of a command. At 0 none does.
 *   <li>Commits go to new chunks of at least 4 KB; only a footer and checksum make a chunk count, so a torn one is
 *       ignored on opening. Chunks whose pages are all replaced are freed by a later commit, once they are older than
 *       the retention time: with the default of 45 s a busy store keeps 45 s of history on disk.
 *   <li>Chunks with a single living page left are only rewritten by the background thread, which is off here. Left
 *       alone, the file would grow towards one chunk per page; so {@link #commit()} compacts a little, once a second.
 *       Under constant replacement of 40 MB of documents the file rose to 294 MB in half a minute and stayed there: it
 *       is bounded by the data and by what is written within the retention time.
 *   <li>The last five versions are kept. Only a registered use holds one longer, and nothing but the compaction
 *       registers any, so old versions do not pin chunks.
 *   <li>A store that met a full disk closes itself, and then <em>commit does nothing and says nothing</em>: hence the
 *       check after each commit.
 * </ul>
 */
final class WriteThroughBackend extends TypedBackend {

    /** Commands that change nothing; all others are taken for writes, which is slower when wrong, but never lossy. */
    private static final Set<String> READS = Set.of(
            "find",
            "count",
            "distinct",
            "aggregate",
            "getmore",
            "killcursors",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "ping",
            "ismaster",
            "hello",
            "buildinfo",
            "serverstatus",
            "whatsmyuri",
            "getlog",
            "endsessions",
            "connectionstatus",
            "hostinfo",
            "getparameter");

    private static final long COMPACT_EVERY = Duration.ofSeconds(1).toNanos();
    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACT_BYTES = 1 << 20;

    private final GroupCommit commits = new GroupCommit(this::commit);
    private final MVStore store;
    private final Path copy;
    private long compacted = System.nanoTime();

    /** @param copy where a copy of the store is written when it is asked for */
    WriteThroughBackend(MVStore store, Path copy) {
        super(store);
        this.store = store;
        this.copy = copy;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase(EmbeddedMongo.COPY)) {
            commits.still(this::copy);
            return new Document("ok", 1.0).append("copy", copy.toString());
        }
        if (isRead(command, query)) {
            return commits.read(() -> super.handleCommand(channel, database, command, query));
        }
        return commits.write(() -> super.handleCommand(channel, database, command, query));
    }

    /** Through the store's own channel: closing another one of the same file would give its lock away. */
    private void copy() {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(copy))) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            store.getFileStore().backup(zip);
        } catch (IOException e) {
            throw new MongoServerException("The store could not be copied to %s: %s".formatted(copy, e));
        }
    }

    private static boolean isRead(String command, Document query) {
        return READS.contains(command.toLowerCase(Locale.ROOT)) && !writesItsResult(query);
    }

    private static boolean writesItsResult(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage ->
                                stage instanceof Document s && (s.containsKey("$out") || s.containsKey("$merge")));
    }

    /** Runs while no write does; what the compaction moves is written by the same commit. */
    @Override
    public void commit() {
        if (System.nanoTime() - compacted > COMPACT_EVERY && !store.isClosed()) {
            store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
            compacted = System.nanoTime();
        }
        store.commit();
        if (store.isClosed()) {
            throw new MongoServerException("The store is closed; whether this write was kept is unknown.");
        }
    }

    /**
     * The library removes every map whose name merely begins with the database's, and so would empty {@code waymark2}
     * together with {@code waymark}.
     */
    @Override
    public void dropDatabase(String database) {
        store.getMapNames().stream()
                .filter(map ->
                        map.startsWith("databases." + database) && !map.startsWith("databases." + database + "."))
                .findAny()
                .ifPresent(map -> {
                    throw new MongoServerException("Dropping %s would also drop %s: drop its collections one by one."
                            .formatted(database, map));
                });
        super.dropDatabase(database);
    }
}
