package org.waymark.progress.commitments;

import org.jspecify.annotations.Nullable;

/**
 * A request to change something, as it came.
 *
 * @param resource what is changed, as part of what the key stands for
 * @param key the Idempotency-Key; null where it came without one
 * @param ifMatch the {@code If-Match} header; null where it came without one
 * @param body what the key must come with again
 */
public record Sent(
        String resource, @Nullable String key, @Nullable String ifMatch, Object body) {}
