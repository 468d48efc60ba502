package org.waymark.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A store that speaks MongoDB's protocol, without MongoDB: for a first try and for tests. What it acknowledged is there
 * after {@code kill -9}, not after a power cut; {@link WriteThroughBackend} says how and why.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /** The file that everything is in. */
    public static final String FILE = "store.mv";

    /**
     * A command that is not one of MongoDB's, for any database: a copy of the file, as it is between two writes, is left
     * beside it in an archive. Writes wait meanwhile, about a second for each few hundred megabytes. The answer's field
     * {@code copy} names the archive.
     */
    public static final String COPY = "waymarkCopy";

    private static final String ARCHIVE = "copy.zip";

    private static final String NAME = "The embedded store";

    /** A thread waits for its commit, so this is also the number of connections whose writes can share one. */
    private static final int THREADS = 32;

    private static final int CACHE_MEGABYTES = 32;

    /**
     * A replaced document takes its whole page to the file again, through Java serialization; with pages of a quarter of
     * the default a replacement took about half the processor time, and less file.
     */
    private static final int PAGE_BYTES = 4096;

    /**
     * How long a replaced chunk is left alone. A scan reads pages without registering, so this must be longer than the
     * slowest scan; the default of 45 s guards against power cuts, which are out of scope, and costs file size.
     */
    private static final Duration RETENTION = Duration.ofSeconds(10);

    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(MongoBackend backend, int port) {
        this.server = new MongoServer(backend);
        this.port = port;
        server.bind(new InetSocketAddress(Loopback.ADDRESS, port), 1, THREADS);
    }

    /**
     * Opens or creates the store in a folder.
     *
     * @param port 0 for a free one
     * @throws IllegalStateException with one sentence for the user, when the port or the folder cannot be used
     */
    public static EmbeddedMongo start(Path folder, int port) {
        int free = Loopback.port(NAME, port);
        Path writable = DataFolder.writable(NAME, folder);
        return new EmbeddedMongo(
                new WriteThroughBackend(open(writable.resolve(FILE)), writable.resolve(ARCHIVE)), free);
    }

    /** Keeps nothing and waits for nothing: for tests that do not kill. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(new TypedBackend(MVStore.open(null)), Loopback.port(NAME, 0));
    }

    private static MVStore open(Path file) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .pageSplitSize(PAGE_BYTES)
                    .open();
            store.setRetentionTime(Math.toIntExact(RETENTION.toMillis()));
            return store;
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "%s cannot open %s (%s): it may be in use by another process."
                            .formatted(NAME, file, e.getMessage()),
                    e);
        }
    }

    public String uri(String database) {
        return "mongodb://%s:%d/%s".formatted(Loopback.HOST, port, database);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** The store as a process of its own, so that it can be killed apart: {@code folder port}. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedMongo mongo = start(Path.of(args[0]), Integer.parseInt(args[1]));
        OwnProcess.serve(mongo, mongo.uri(""));
    }
}
