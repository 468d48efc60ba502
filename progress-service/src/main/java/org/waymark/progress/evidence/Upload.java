package org.waymark.progress.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of the file they send.
 *
 * @param contentType as claimed; null where nothing is
 * @param idempotencyKey null where a repetition is to be a file of its own
 */
record Upload(
        FileName name,
        @Nullable String contentType,
        Visibility visibility,
        @Nullable String idempotencyKey) {}
