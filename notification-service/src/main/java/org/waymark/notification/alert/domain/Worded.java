package org.waymark.notification.alert.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant with the word that stands for it in JSON and in the store, which outlives the constant's name in code. */
public interface Worded {

    String word();

    static <E extends Enum<E> & Worded> Optional<E> find(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    /** @throws IllegalArgumentException for a word that this version does not know */
    static <E extends Enum<E> & Worded> E of(Class<E> words, String word) {
        return find(words, word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + word + "\" is no " + words.getSimpleName().toLowerCase(Locale.ROOT)));
    }
}
