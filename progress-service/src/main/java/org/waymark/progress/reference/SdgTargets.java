package org.waymark.progress.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 169 targets of the Sustainable Development Goals, as the UN's global indicator framework numbers them. */
public final class SdgTargets {

    /** Of one goal: its numbered targets, and the letters of those about means of implementation. */
    private record Goal(int number, int targets, String letters) {

        Stream<String> codes() {
            Stream<String> numbered = IntStream.rangeClosed(1, targets).mapToObj(Integer::toString);
            Stream<String> lettered = letters.chars().mapToObj(Character::toString);
            return Stream.concat(numbered, lettered).map(target -> number + "." + target);
        }
    }

    private static final Set<String> CODES = List.of(
                    new Goal(1, 5, "ab"),
                    new Goal(2, 5, "abc"),
                    new Goal(3, 9, "abcd"),
                    new Goal(4, 7, "abc"),
                    new Goal(5, 6, "abc"),
                    new Goal(6, 6, "ab"),
                    new Goal(7, 3, "ab"),
                    new Goal(8, 10, "ab"),
                    new Goal(9, 5, "abc"),
                    new Goal(10, 7, "abc"),
                    new Goal(11, 7, "abc"),
                    new Goal(12, 8, "abc"),
                    new Goal(13, 3, "ab"),
                    new Goal(14, 7, "abc"),
                    new Goal(15, 9, "abc"),
                    new Goal(16, 10, "ab"),
                    new Goal(17, 19, ""))
            .stream()
            .flatMap(Goal::codes)
            .collect(Collectors.toUnmodifiableSet());

    private SdgTargets() {}

    /** Every code, such as {@code 8.7} or {@code 16.a}. */
    public static Set<String> all() {
        return CODES;
    }

    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }
}
