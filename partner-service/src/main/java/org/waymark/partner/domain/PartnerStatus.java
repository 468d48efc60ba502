package org.waymark.partner.domain;

import java.util.Arrays;
import java.util.Locale;

/** Where a partner stands in the alliance. */
public enum PartnerStatus {
    /** Named by an import; nobody has confirmed it yet. */
    INVITED,
    ACTIVE,
    SUSPENDED,
    WITHDRAWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the partner may act: get tokens, change what is its own. */
    public boolean mayAct() {
        return this == INVITED || this == ACTIVE;
    }

    /** invited > active > suspended > withdrawn; a suspension can end, and one that left can come back. */
    boolean mayBecome(PartnerStatus next) {
        return next == this
                || switch (this) {
                    case INVITED -> next == ACTIVE || next == WITHDRAWN;
                    case ACTIVE -> next == SUSPENDED || next == WITHDRAWN;
                    case SUSPENDED -> next == ACTIVE || next == WITHDRAWN;
                    case WITHDRAWN -> next == ACTIVE;
                };
    }

    /** @throws Refusal when there is no such status */
    public static PartnerStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.ofField("status", "A status is one of invited, active, suspended, withdrawn."));
    }
}
