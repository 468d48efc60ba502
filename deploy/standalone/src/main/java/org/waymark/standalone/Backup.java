package org.waymark.standalone;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.bson.Document;
import org.waymark.embedded.EmbeddedMongo;
import org.waymark.standalone.Manifest.Entry;

/**
 * Copies a data folder, of a Waymark that runs or of one that is stopped. The order is what makes it whole: first the
 * files beside the store, which only say what the store has or is about to have; then the store; the broker last, so
 * that the store is never the newer one. What the broker has beyond the store is folded forward at the next start; what a
 * store had beyond the broker would be missing in every other service for ever.
 */
final class Backup {

    private static final int ATTEMPTS = 5;

    private final Path data;
    private final Path folder;
    private final Copying copying;
    private final List<Entry> copied = new ArrayList<>();

    private Backup(Path data, Path folder) throws IOException {
        this.data = data;
        this.folder = folder;
        this.copying = new Copying(folder);
    }

    /** The folder to copy to; the data folder is that of {@code deploy/up}, by the environment. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(System.out, System.err);
        try {
            Settings settings = Settings.of(System.getenv(), List.of());
            run(settings.data(), Path.of(arguments[0]).toAbsolutePath().normalize(), terminal);
        } catch (Refused e) {
            terminal.problem(String.valueOf(e.getMessage()));
            System.exit(e.exitCode());
        }
    }

    private static void run(Path data, Path folder, Terminal terminal) {
        try {
            requireUsable(data, folder);
            try (DataHome stopped = DataHome.openUnlessInUse(data)) {
                Backup backup = new Backup(data, folder);
                Manifest written = backup.run(stopped != null, terminal);
                terminal.line("The backup %s is whole: %d files, %d MB. It holds secrets."
                        .formatted(folder, written.files().size(), megabytes(written.files())));
            }
        } catch (IOException e) {
            throw Refused.because("The backup was not made (%s).".formatted(DataHome.reason(e)));
        }
    }

    private static void requireUsable(Path data, Path folder) throws IOException {
        if (!Files.exists(data.resolve(Servers.STORE).resolve(EmbeddedMongo.FILE))) {
            throw Refused.because("There is nothing to copy in %s: set WAYMARK_DATA to the data folder of deploy/up."
                    .formatted(data));
        }
        if (folder.startsWith(data)) {
            throw Refused.misused("%s lies in the data folder itself: name one outside of it.".formatted(folder));
        }
        if (Files.exists(folder) && !(Files.isDirectory(folder) && DataHome.isEmpty(folder))) {
            throw Refused.because("%s is not empty: a backup takes a new or an empty folder.".formatted(folder));
        }
    }

    private Manifest run(boolean stopped, Terminal terminal) throws IOException {
        Instant begun = Instant.now();
        copyAll(data, 1, file -> !file.endsWith(DataHome.LOCK));
        if (stopped) {
            copied.add(copying.copy(
                    data.resolve(Servers.STORE).resolve(EmbeddedMongo.FILE), Servers.STORE + "/" + EmbeddedMongo.FILE));
        } else {
            copyRunningStore();
        }
        terminal.progress("the store is copied");
        copyBroker();
        terminal.progress("the broker is copied");
        Manifest manifest = new Manifest(Manifest.VERSION, begun, copied);
        try (InputStream json = new ByteArrayInputStream(manifest.json().getBytes(StandardCharsets.UTF_8))) {
            copying.copy(json, Manifest.FILE);
        }
        return manifest;
    }

    /** The process that has the store copies it between two writes; another one could not read it at rest. */
    private void copyRunningStore() throws IOException {
        Path archive = data.resolve(Servers.STORE).resolve("copy.zip");
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + DataHome.storePort(data))) {
            archive = Path.of(client.getDatabase("admin")
                    .runCommand(new Document(EmbeddedMongo.COPY, 1))
                    .getString("copy"));
            if (!Files.isSameFile(archive, data.resolve(Servers.STORE).resolve(archive.getFileName()))) {
                throw Refused.because("The store that answers is not that of %s: try again.".formatted(data));
            }
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
                zip.getNextEntry();
                copied.add(copying.copy(zip, Servers.STORE + "/" + EmbeddedMongo.FILE));
            }
        } catch (MongoException e) {
            throw Refused.because("The running store did not copy itself: %s.".formatted(e.getMessage()));
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    /**
     * A running broker only appends to its logs, so a copy of them is like what a kill leaves behind: the next start
     * drops a torn record at the end and makes the indexes anew. Its checkpoints, the files beside the logs, come first:
     * an older one only means that more is checked. Where it tidies up meanwhile, it is begun again.
     */
    private void copyBroker() throws IOException {
        int before = copied.size();
        Path broker = data.resolve(Servers.BROKER);
        boolean closed = Files.exists(broker.resolve(".kafka_cleanshutdown"));
        for (int attempt = 1; ; attempt++) {
            try {
                copyAll(broker, 1, file -> isOfBroker(file, closed));
                copyAll(broker, Integer.MAX_VALUE, file -> isOfBroker(file, closed));
                return;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                copied.subList(before, copied.size()).clear();
                Copying.remove(folder.resolve(Servers.BROKER));
            }
        }
    }

    /** @param closed whether its indexes are at rest */
    private static boolean isOfBroker(Path file, boolean closed) {
        String name = file.getFileName().toString();
        return !name.endsWith(".lock")
                && (closed || !name.endsWith("index"))
                && !name.endsWith(".deleted")
                && !file.toString().contains("-delete/");
    }

    /** Those not copied before. */
    private void copyAll(Path from, int depth, Predicate<Path> which) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(from, depth)) {
            files = found.filter(Files::isRegularFile)
                    .filter(which)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            String name = data.relativize(file).toString();
            if (!Files.exists(folder.resolve(name))) {
                copied.add(copying.copy(file, name));
            }
        }
    }

    private static long megabytes(List<Entry> files) {
        return files.stream().mapToLong(Entry::bytes).sum() >> 20;
    }
}
