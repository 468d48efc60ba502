package org.waymark.partner.domain;

import java.util.Arrays;
import java.util.Locale;

/** Why a partner is suspended or withdrawn: a code that anybody may read, because whoever types freely names people. */
public enum StatusReason {
    NOT_STATED,
    ON_REQUEST,
    INACTIVE,
    DISSOLVED,
    UNDER_REVIEW,
    TERMS_NOT_MET,
    /** It was another partner all along; never given, but by a merge. */
    MERGED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is no such reason */
    public static StatusReason of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** @throws Refusal when nobody can give such a reason */
    public static StatusReason given(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason != MERGED && reason.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.ofField(
                                "statusReason",
                                "A reason is one of not-stated, on-request, inactive, dissolved, under-review, terms-not-met."));
    }
}
