package org.waymark.progress.commitments;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Uuids;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * By what a command is known when it comes again: digests of its key and of its body.
 *
 * @param key null where the command came without one
 */
@SuppressWarnings("ArrayRecordComponent") // digests, never compared through equals
public record CommandKey(byte @Nullable [] key, byte[] body, boolean creates) {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    static CommandKey creating(String organization, @Nullable String idempotencyKey, Object body) {
        return of(organization, "commitments", idempotencyKey, body, true);
    }

    static CommandKey changing(String organization, String resource, @Nullable String idempotencyKey, Object body) {
        return of(organization, resource, idempotencyKey, body, false);
    }

    /** Time records itself: the same tick again finds nothing left to do. */
    static CommandKey tick() {
        return new CommandKey(null, Uuids.sha256("tick"), false);
    }

    /**
     * The body's digest is of its JSON with names in order and without what is empty, not of a class's own form: a new
     * optional field leaves the digests of what was sent before as they are.
     */
    private static CommandKey of(
            String organization, String resource, @Nullable String idempotencyKey, Object body, boolean creates) {
        byte[] key = idempotencyKey == null ? null : Uuids.sha256(organization, resource, idempotencyKey);
        return new CommandKey(key, Uuids.sha256(CANONICAL.writeValueAsString(body)), creates);
    }
}
