package org.waymark.partner.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event on {@code waymark.partners}, field by field as {@code contract/schemas} has it. */
public sealed interface PublicEvent {

    /** Its name on the wire. */
    String eventType();

    record PartnerRegistered(
            String name,
            @Nullable String acronym,
            @Nullable String type,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable Map<String, String> names,
            @Nullable String logo,
            @Nullable String website,
            @Nullable String orgId,
            String status,
            String origin)
            implements PublicEvent {

        static final String TYPE = "org.waymark.partner.registered.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record PartnerChanged(
            String name,
            @Nullable String acronym,
            @Nullable String type,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable Map<String, String> names,
            @Nullable String logo,
            @Nullable String website,
            @Nullable String orgId,
            String status,
            @Nullable String statusReason)
            implements PublicEvent {

        static final String TYPE = "org.waymark.partner.changed.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    /** @param into the partner it turned out to be */
    record PartnerMerged(
            String name,
            @Nullable String acronym,
            @Nullable String type,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable Map<String, String> names,
            @Nullable String logo,
            @Nullable String website,
            @Nullable String orgId,
            String status,
            String statusReason,
            String into)
            implements PublicEvent {

        static final String TYPE = "org.waymark.partner.merged.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record ActionGroupCreated(
            String name, @JsonProperty("default") boolean isDefault, List<Term> coChairs) implements PublicEvent {

        static final String TYPE = "org.waymark.action-group.created.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record ActionGroupChanged(
            String name, @JsonProperty("default") boolean isDefault, List<Term> coChairs) implements PublicEvent {

        static final String TYPE = "org.waymark.action-group.changed.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    /** A co-chair's term; both days belong to it. */
    record Term(String partnerId, LocalDate from, @Nullable LocalDate to) {}
}
