package org.waymark.partner.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that was asked for. It holds ids and no body, so no personal data is kept here.
 *
 * @param by the client or person, as its token says
 * @param organization on whose behalf; null for the secretariat
 * @param about the ids in the path, and the one that was made
 * @param status the answer; null where the process ended before there was one: look at what stands
 * @param etag what it stands at after the change, where it is numbered
 */
record Audited(
        String id,
        Instant at,
        String by,
        @Nullable String organization,
        String method,
        String path,
        List<String> about,
        @Nullable Integer status,
        @Nullable String etag) {}
