package org.waymark.partner.imports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Uuids;

/**
 * A row as the registry has it; nothing in it is trusted to be there or to be clean.
 *
 * @param id its key in the registry
 * @param countryGroup "Global", or a part of the world
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RegistryRow(
        @Nullable String id,
        @Nullable String name,
        @Nullable String country,
        @JsonProperty("country_group") @Nullable String countryGroup,
        @Nullable String type,
        @Nullable String url,
        @Nullable String logo) {

    /** One partner for each key of a registry, however often it is imported; without a key the name is it. */
    String partnerId(String source) {
        String key = id == null || id.isBlank() ? "name " + comparable(cleanName()) : "id " + id.strip();
        return Uuids.of("partners", "registry", source, key).toString();
    }

    String cleanName() {
        return clean(name);
    }

    /** In one line, without a space too many. */
    static String clean(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    static String comparable(String text) {
        return clean(text).toLowerCase(Locale.ROOT);
    }
}
