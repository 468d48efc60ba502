package org.waymark.progress.dashboard.store;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What cards and totals are narrowed by; null for anything. */
public record Filter(
        @Nullable String group,
        @Nullable String partner,
        @Nullable String country,
        @Nullable String level,
        @Nullable String region,
        @Nullable String sdgTarget,
        @Nullable String workstream) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

    /** Cards that can be shown: where only later events of a commitment have come so far, there is none yet. */
    Document query() {
        Document query = new Document("view.lead", new Document("$exists", true));
        narrow(query, "lead", partner);
        narrow(query, "group", group);
        narrow(query, "countries", country);
        narrow(query, "level", level);
        narrow(query, "regions", region);
        narrow(query, "sdgTargets", sdgTarget);
        narrow(query, "workstream", workstream);
        return query;
    }

    private static void narrow(Document query, String field, @Nullable String value) {
        if (value != null) {
            query.append("view." + field, value);
        }
    }
}
