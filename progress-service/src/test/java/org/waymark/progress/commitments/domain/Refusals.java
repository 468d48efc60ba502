package org.waymark.progress.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How tests say that a command is refused, and why. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(Refusal.Kind kind, String subject, ThrowingCallable command) {
        Refusal refusal = Objects.requireNonNull(catchThrowableOfType(Refusal.class, command), "it was not refused");
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.subject()).isEqualTo(subject);
        assertThat(refusal.sentence()).endsWith(".");
    }
}
