package org.waymark.progress.dashboard.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.dashboard.domain.Tally;

/**
 * What cards, totals and the journal are narrowed by; null for anything.
 *
 * @param partnerType IATI's OrganisationType of the lead. No card knows it: which partners are of it on a day the directory
 *     says, and {@link org.waymark.progress.dashboard.domain.Point#leads()} holds
 */
public record Filter(
        @Nullable String group,
        @Nullable String partner,
        @Nullable String country,
        @Nullable String level,
        @Nullable String region,
        @Nullable String sdgTarget,
        @Nullable String workstream,
        @Nullable String commitment,
        @Nullable String partnerType) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null, null);

    /** Where the leads are said, these say which partner is meant, too. */
    Filter besides(@Nullable Set<String> leads) {
        return leads == null
                ? this
                : new Filter(group, null, country, level, region, sdgTarget, workstream, commitment, partnerType);
    }

    /** All commitments of one key of a dimension. */
    public static Filter of(Tally.Key key) {
        Function<String, @Nullable String> in = dimension -> dimension.equals(key.dimension()) ? key.value() : null;
        return new Filter(
                in.apply("group"),
                in.apply("partner"),
                in.apply("country"),
                in.apply("level"),
                in.apply("region"),
                in.apply("sdgTarget"),
                in.apply("workstream"),
                null,
                in.apply("partnerType"));
    }

    /** What it was asked by: names of parameters, and their values. */
    public Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        keys().forEach(key -> asked.put(key.dimension(), key.value()));
        if (commitment != null) {
            asked.put("commitment", commitment);
        }
        if (partnerType != null) {
            asked.put("partnerType", partnerType);
        }
        return asked;
    }

    /** The one key under which all of it has been counted beforehand; nothing where it is narrowed by more. */
    Optional<Tally.Key> counted() {
        List<Tally.Key> keys = keys();
        if (commitment != null || keys.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(keys.isEmpty() ? Tally.Key.ALLIANCE : keys.getFirst());
    }

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

    /**
     * Cards that can be shown: where only later events of a commitment have come so far, there is none yet.
     *
     * @param leads as {@link org.waymark.progress.dashboard.domain.Point#leads()}
     */
    Document ofCards(@Nullable Set<String> leads) {
        Document lead = new Document("$exists", true);
        if (leads != null) {
            lead = new Document("$in", List.copyOf(leads));
        } else if (partner != null) {
            lead = new Document("$eq", partner);
        }
        Document query = new Document("view.lead", lead);
        keys().stream()
                .filter(key -> !key.dimension().equals("partner"))
                .forEach(key -> query.append("view." + field(key), key.value()));
        if (commitment != null) {
            query.append("_id", new Document("$eq", commitment));
        }
        return query;
    }

    /** Rows of the journal. */
    Document ofRows() {
        Document query = new Document();
        keys().forEach(key -> query.append(field(key), key.value()));
        if (commitment != null) {
            query.append("commitment", commitment);
        }
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
