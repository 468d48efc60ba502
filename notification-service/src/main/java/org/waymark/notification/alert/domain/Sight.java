package org.waymark.notification.alert.domain;

import java.util.Set;

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
     * @param leadPartners whose commitments' alerts are seen: all ids of one partner, or none
     */
    record Part(Set<String> groups, Set<String> leadPartners) implements Sight {

        @Override
        public boolean covers(Alert alert) {
            return groups.contains(alert.cause().groupId())
                    || leadPartners.contains(alert.cause().leadPartnerId());
        }
    }
}
