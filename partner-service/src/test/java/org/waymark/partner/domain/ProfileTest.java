package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @Test
    void writes_languages_as_bcp_47_does() {
        assertThat(Profile.of(Map.of("FR", " Fonds ", "zh-hant", "基金"), null, null)
                        .names())
                .containsExactly(Map.entry("fr", "Fonds"), Map.entry("zh-Hant", "基金"));
    }

    @Test
    void adds_replaces_and_takes_away_names() {
        Profile before = Profile.of(Map.of("fr", "Fonds", "es", "Fondo"), null, null);
        Map<String, @Nullable String> given = new HashMap<>();
        given.put("ES", "Fondos");
        given.put("de", "Fonds");
        given.put("fr", null);

        assertThat(before.withNames(given).names())
                .containsExactly(Map.entry("de", "Fonds"), Map.entry("es", "Fondos"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "french language", "f", "en_GB"})
    void refuses_what_is_no_language(String tag) {
        assertRefused("names", () -> Profile.of(Map.of(tag, "Name"), null, null));
    }

    @Test
    void refuses_a_name_that_is_empty() {
        assertRefused("names.fr", () -> Profile.of(Map.of("fr", " "), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "javascript:alert(1)",
                "https:example.org",
                "https://a:b@example.org",
                "https://exa mple.org",
                "example.org",
                ""
            })
    void refuses_what_is_no_https_link(String link) {
        assertRefused("logo", () -> Profile.of(Collections.emptyMap(), link, null));
        assertRefused("website", () -> Profile.of(Collections.emptyMap(), null, link));
    }

    private static void assertRefused(String field, ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
