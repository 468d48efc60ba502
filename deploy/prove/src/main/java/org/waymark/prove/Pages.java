package org.waymark.prove;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows the cursors of a list until there is no next one. */
final class Pages implements Iterator<JsonNode> {

    private final Api api;
    private final String path;
    private @Nullable String next;

    Pages(Api api, String path) {
        this.api = api;
        this.path = path;
        this.next = path;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public JsonNode next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        JsonNode page = api.get(next);
        String before = next;
        next = page.hasNonNull("next")
                ? path + "&cursor=" + URLEncoder.encode(page.path("next").asString(), StandardCharsets.UTF_8)
                : null;
        if (before.equals(next)) {
            throw new Api.Unanswered(path, "the same page for ever");
        }
        return page;
    }
}
