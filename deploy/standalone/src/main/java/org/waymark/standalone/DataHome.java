package org.waymark.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, held by one process at a time. It and its files are its owner's alone: they hold secrets, and the
 * broker and the store ask for no password.
 */
final class DataHome implements AutoCloseable {

    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    static final String LOCK = "in-use.lock";

    /** Is there while the store may be older than the broker, because both come from a backup. */
    static final String RESTORED = "restored";

    private final Path folder;
    private final FileChannel lock;

    private DataHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws Refused where the folder cannot be written to, or another process has it */
    static DataHome open(Path folder) {
        DataHome home = openUnlessInUse(folder);
        if (home == null) {
            throw Refused.because(
                    "Another Waymark is running on the data folder %s: stop that one, or set WAYMARK_DATA to another."
                            .formatted(folder));
        }
        return home;
    }

    /**
     * Null where another process has it.
     *
     * @throws Refused where the folder cannot be written to
     */
    static @Nullable DataHome openUnlessInUse(Path folder) {
        try {
            boolean empty = !Files.exists(folder) || isEmpty(folder);
            Files.createDirectories(folder);
            if (empty) {
                Files.setPosixFilePermissions(folder, OWNER_FOLDER);
            }
            FileChannel lock = lock(folder);
            return lock == null ? null : new DataHome(folder, lock);
        } catch (IOException e) {
            throw Refused.because("The data folder %s cannot be written to (%s): set WAYMARK_DATA to one that can."
                    .formatted(folder, reason(e)));
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static @Nullable FileChannel lock(Path folder) throws IOException {
        FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            return null;
        }
        file.truncate(0); // where the store of the last one was, it may be no longer
        return file;
    }

    /** Tells other processes where this one's store is to be found, until it ends. */
    void sayStorePort(int port) {
        try {
            lock.write(ByteBuffer.wrap(Integer.toString(port).getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            throw Refused.because("The data folder %s cannot be written to (%s).".formatted(folder, reason(e)));
        }
    }

    /**
     * Where the process that has the folder said its store is.
     *
     * @throws Refused where it has not come so far
     */
    static int storePort(Path folder) {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(LOCK)));
        } catch (IOException | NumberFormatException e) {
            throw Refused.because("Waymark is just starting on %s: try again in a moment.".formatted(folder));
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // This process has it.
        }
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    Path subfolder(String name) {
        try {
            return Files.createDirectories(file(name), PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        } catch (IOException e) {
            throw Refused.because("The folder %s cannot be made (%s).".formatted(file(name), reason(e)));
        }
    }

    @Nullable
    String read(String name) {
        try {
            return has(name) ? Files.readString(file(name)) : null;
        } catch (IOException e) {
            throw Refused.because("The file %s cannot be read (%s).".formatted(file(name), reason(e)));
        }
    }

    /** Replaces the whole file or nothing of it, so that a kill in between leaves the former one. */
    void write(String name, String text) {
        Path target = file(name);
        Path draft = file(name + ".tmp");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, OWNER_FILE);
            try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Refused.because("The file %s cannot be written (%s).".formatted(target, reason(e)));
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw Refused.because("The file %s cannot be removed (%s).".formatted(file(name), reason(e)));
        }
    }

    void rename(String from, String to) {
        try {
            Files.move(file(from), file(to), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Refused.because("The file %s cannot be renamed (%s).".formatted(file(from), reason(e)));
        }
    }

    /** The lock goes with the channel, or with the process. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
