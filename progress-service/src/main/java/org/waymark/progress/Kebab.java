package org.waymark.progress;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Enum values as they stand in JSON: {@code in-implementation} for {@code IN_IMPLEMENTATION}. */
public final class Kebab {

    private Kebab() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> of(value).equals(text))
                .findFirst();
    }
}
