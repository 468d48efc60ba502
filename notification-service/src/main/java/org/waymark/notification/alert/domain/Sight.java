package org.waymark.notification.alert.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which alerts somebody may see; the others look absent. */
public sealed interface Sight {

    boolean covers(Alert alert);

    record Everything() implements Sight {

        @Override
        public boolean covers(Alert alert) {
            return true;
        }
    }

    /**
     * @param groups whose alerts are seen
     * @param leadPartnerId whose commitments' alerts are seen; null for nobody's
     */
    record Part(Set<String> groups, @Nullable String leadPartnerId) implements Sight {

        @Override
        public boolean covers(Alert alert) {
            return groups.contains(alert.cause().groupId())
                    || alert.cause().leadPartnerId().equals(leadPartnerId);
        }
    }
}
