package org.waymark.notification.settings.domain;

import org.jspecify.annotations.Nullable;
import org.waymark.notification.alert.domain.Severity;

/** @param severity in place of the rule's own; null where that stands */
public record RuleSetting(boolean enabled, @Nullable Severity severity) {

    public static final RuleSetting DEFAULT = new RuleSetting(true, null);
}
