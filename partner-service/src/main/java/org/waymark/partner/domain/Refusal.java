package org.waymark.partner.domain;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rule of the domain says no. It names the field of the request where one is at fault. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;
    private final @Nullable String field;

    private Refusal(String rule, @Nullable String field, String sentence) {
        super(sentence, null, false, false);
        this.rule = rule;
        this.field = field;
    }

    /** The value of this field can never be. */
    static Refusal ofField(String field, String sentence) {
        return new Refusal("validation", field, sentence);
    }

    /** Puts where a part stands in the request before the field that is refused in it. */
    public static <T> T within(String path, Supplier<T> part) {
        try {
            return part.get();
        } catch (Refusal refusal) {
            String at = refusal.field == null ? path : path + "." + refusal.field;
            throw new Refusal(refusal.rule, at, refusal.sentence());
        }
    }

    /** The same for a part that has no fields. */
    public static <T> T at(String path, Supplier<T> part) {
        try {
            return part.get();
        } catch (Refusal refusal) {
            throw new Refusal(refusal.rule, path, refusal.sentence());
        }
    }

    /** The value is good, but not for what stands. */
    static Refusal ofRule(String rule, String sentence) {
        return new Refusal(rule, null, sentence);
    }

    public String rule() {
        return rule;
    }

    public @Nullable String field() {
        return field;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
