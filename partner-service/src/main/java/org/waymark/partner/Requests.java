package org.waymark.partner;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.platform.Uuids;

/** What every request that changes something has: a sender, maybe a key; and what every answer has: an ETag. */
public final class Requests {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;

    private Requests() {}

    /** @param body the values asked for */
    public static Sender sender(Caller caller, @Nullable String key, @Nullable Object... body) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.invalid(IDEMPOTENCY_KEY, "A key has 1 to " + LONGEST_KEY + " characters.");
        }
        byte[] digest = key == null ? null : Uuids.sha256(organization(caller), key);
        return new Sender(caller.client(), digest, digest(body));
    }

    /** Of the values asked for. */
    public static byte[] digest(@Nullable Object... body) {
        String[] parts = new String[body.length];
        for (int i = 0; i < body.length; i++) {
            parts[i] = Objects.toString(body[i]);
        }
        return Uuids.sha256(parts);
    }

    /** The id of something new: the same for the same organization and key. */
    public static String newId(Caller caller, String resource, @Nullable String key) {
        String distinct = key == null ? UUID.randomUUID().toString() : key;
        return Uuids.of(organization(caller), resource, distinct).toString();
    }

    private static String organization(Caller caller) {
        return Objects.requireNonNullElse(caller.organization(), Rights.SECRETARIAT);
    }

    public static <B> ResponseEntity<B> created(Stored<?> stored, String path, B body) {
        return ResponseEntity.created(URI.create(path + "/" + stored.id()))
                .eTag(Problem.etag(stored.sequence()))
                .body(body);
    }

    public static <B> ResponseEntity<B> ok(Stored<?> stored, B body) {
        return ResponseEntity.ok().eTag(Problem.etag(stored.sequence())).body(body);
    }
}
