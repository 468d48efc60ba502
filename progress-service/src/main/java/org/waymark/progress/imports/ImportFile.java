package org.waymark.progress.imports;

import org.jspecify.annotations.Nullable;

/** A file of whatever kind, read an entry at a time. */
interface ImportFile extends AutoCloseable {

    /**
     * The next entry; null after the last.
     *
     * @throws org.waymark.progress.imports.reading.FileRefused where the rest of the file cannot be read
     */
    @Nullable
    Entry next();

    /** The stream stays open: it is the caller's. */
    @Override
    void close();
}
