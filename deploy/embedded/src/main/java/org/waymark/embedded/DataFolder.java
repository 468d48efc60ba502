package org.waymark.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Says in one sentence why a folder cannot hold data, before a library buries the reason in a stack trace. */
final class DataFolder {

    private DataFolder() {}

    static Path writable(String server, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ".tmp"));
            return folder.toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "%s cannot write to the folder %s (%s): choose a folder this user may write to."
                            .formatted(server, folder.toAbsolutePath(), e),
                    e);
        }
    }

    /**
     * Keeps a second server out until closed. Kafka's own lock is taken only after its controller has opened the
     * metadata log, which two must never write.
     */
    static FileChannel lock(String server, Path folder) {
        try {
            FileChannel file = FileChannel.open(
                    folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(file)) {
                file.close();
                throw new IllegalStateException(
                        "%s cannot use the folder %s, which another server is using: stop that one, or choose another folder."
                                .formatted(server, folder));
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("%s cannot lock the folder %s (%s).".formatted(server, folder, e), e);
        }
    }

    /** The lock ends with the channel, or with the process. */
    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // This process has it.
        }
    }
}
