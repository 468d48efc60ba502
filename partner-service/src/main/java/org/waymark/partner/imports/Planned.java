package org.waymark.partner.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a row.
 *
 * @param row counted from 1
 * @param reason why it is skipped
 * @param type absent where the registry says none
 * @param country absent where the registry says none
 */
record Planned(
        int row,
        String name,
        String outcome,
        @Nullable String partnerId,
        @Nullable String reason,
        @Nullable Mapped type,
        @Nullable Mapped country) {

    enum Outcome {
        REGISTER,
        ALREADY_THERE,
        SKIP;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param to a code; absent where what the registry says is on no list, so that the partner is made without */
    record Mapped(String from, @Nullable String to) {}

    boolean is(Outcome wanted) {
        return outcome.equals(wanted.word());
    }
}
