package org.waymark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
