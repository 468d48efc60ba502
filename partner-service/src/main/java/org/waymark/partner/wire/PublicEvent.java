package org.waymark.partner.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            String name,
            @JsonProperty("default") boolean isDefault,
            @Nullable Integer seats,
            List<Term> coChairs,
            @Nullable List<Stream> workstreams)
            implements PublicEvent {

        static final String TYPE = "org.waymark.action-group.created.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record ActionGroupChanged(
            String name,
            @JsonProperty("default") boolean isDefault,
            @Nullable Integer seats,
            List<Term> coChairs,
            @Nullable List<Stream> workstreams)
            implements PublicEvent {

        static final String TYPE = "org.waymark.action-group.changed.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record PathfinderCountryRecorded(String country, String stage, List<Reached> stages) implements PublicEvent {

        static final String TYPE = "org.waymark.pathfinder-country.recorded.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record ResearchQuestionShared(
            @Nullable String partnerId,
            String title,
            boolean open,
            List<String> countries,
            List<UUID> commitments,
            List<Link> findings)
            implements PublicEvent {

        static final String TYPE = "org.waymark.research-question.shared.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record PracticeShared(
            @Nullable String partnerId,
            String title,
            List<String> countries,
            List<UUID> commitments,
            List<Link> findings)
            implements PublicEvent {

        static final String TYPE = "org.waymark.practice.shared.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    record Link(String title, URI url) {}

    record AccessWasRevoked(Instant issuedUntil) implements PublicEvent {

        static final String TYPE = "org.waymark.access.revoked.v1";

        @Override
        public String eventType() {
            return TYPE;
        }
    }

    /** A stage that a country has reached. */
    record Reached(String stage, LocalDate on) {}

    /** A co-chair's term; both days belong to it. */
    record Term(String partnerId, LocalDate from, @Nullable LocalDate to) {}

    /** A workstream with its plans by year. */
    record Stream(String id, String name, List<Plan> plans) {}

    record Plan(int year, String title, @Nullable URI url) {}
}
