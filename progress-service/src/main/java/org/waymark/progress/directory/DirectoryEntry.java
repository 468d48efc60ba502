package org.waymark.progress.directory;

import org.jspecify.annotations.Nullable;

/** A partner, or a group (which has no status). */
record DirectoryEntry(
        String name, @Nullable String acronym, @Nullable String status) {

    boolean isShutOut() {
        return "suspended".equals(status) || "withdrawn".equals(status);
    }
}
