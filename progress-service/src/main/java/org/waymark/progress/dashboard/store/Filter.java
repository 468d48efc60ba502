package org.waymark.progress.dashboard.store;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Tally;

/** What cards, totals and the journal are narrowed by; null for anything. */
public record Filter(
        @Nullable String group,
        @Nullable String partner,
        @Nullable String country,
        @Nullable String level,
        @Nullable String region,
        @Nullable String sdgTarget,
        @Nullable String workstream) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null, null);

    /** The dimensions it names, each with its value. */
    public List<Tally.Key> keys() {
        List<Tally.Key> keys = new ArrayList<>();
        add(keys, "partner", partner);
        add(keys, "group", group);
        add(keys, "country", country);
        add(keys, "level", level);
        add(keys, "region", region);
        add(keys, "sdgTarget", sdgTarget);
        add(keys, "workstream", workstream);
        return keys;
    }

    private static void add(List<Tally.Key> keys, String dimension, @Nullable String value) {
        if (value != null) {
            keys.add(new Tally.Key(dimension, value));
        }
    }

    /** Cards that can be shown: where only later events of a commitment have come so far, there is none yet. */
    Document ofCards() {
        Document query = new Document("view.lead", new Document("$exists", true));
        keys().forEach(key -> query.append("view." + field(key), key.value()));
        return query;
    }

    /** Rows of the journal. */
    Document ofRows() {
        Document query = new Document();
        keys().forEach(key -> query.append(field(key), key.value()));
        return query;
    }

    private static String field(Tally.Key key) {
        return switch (key.dimension()) {
            case "partner" -> "lead";
            case "country" -> "countries";
            case "region" -> "regions";
            case "sdgTarget" -> "sdgTargets";
            default -> key.dimension();
        };
    }
}
