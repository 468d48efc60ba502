package org.waymark.partner.domain;

import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a partner shows itself beside its name; all of it may be missing.
 *
 * @param names what it is called in other languages, by their BCP 47 tags (https://www.rfc-editor.org/info/bcp47)
 */
public record Profile(
        SortedMap<String, String> names,
        @Nullable Link logo,
        @Nullable Link website) {

    public static final Profile NONE = new Profile(Collections.emptySortedMap(), null, null);

    private static final int MOST_NAMES = 50;

    public Profile {
        SortedMap<String, String> checked = new TreeMap<>();
        names.forEach((tag, name) ->
                checked.put(language(tag), Texts.stripped("names." + tag, "A name", name, Partner.LONGEST_NAME)));
        if (checked.size() > MOST_NAMES) {
            throw Refusal.ofField("names", "At most " + MOST_NAMES + " languages.");
        }
        names = Collections.unmodifiableSortedMap(checked);
    }

    /** @throws Refusal that names the field at fault */
    public static Profile of(@Nullable Map<String, String> names, @Nullable String logo, @Nullable String website) {
        return new Profile(
                names == null ? Collections.emptySortedMap() : new TreeMap<>(names),
                logo == null ? null : Link.of("logo", logo),
                website == null ? null : Link.of("website", website));
    }

    /** The names that are given are added or take the place of those in the same language; null takes one away. */
    public Profile withNames(Map<String, @Nullable String> given) {
        SortedMap<String, String> merged = new TreeMap<>(names);
        given.forEach((tag, name) -> {
            if (name == null) {
                merged.remove(language(tag));
            } else {
                merged.put(language(tag), name);
            }
        });
        return new Profile(merged, logo, website);
    }

    public Profile withoutNames() {
        return new Profile(Collections.emptySortedMap(), logo, website);
    }

    public Profile withLogo(@Nullable String next) {
        return new Profile(names, next == null ? null : Link.of("logo", next), website);
    }

    public Profile withWebsite(@Nullable String next) {
        return new Profile(names, logo, next == null ? null : Link.of("website", next));
    }

    private static String language(String tag) {
        try {
            String language = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            if (!language.equals("und")) {
                return language;
            }
        } catch (IllformedLocaleException e) {
            // refused with all that is no language
        }
        throw Refusal.ofField("names", "\"" + tag + "\" is no language by BCP 47, such as fr or zh-Hant.");
    }
}
