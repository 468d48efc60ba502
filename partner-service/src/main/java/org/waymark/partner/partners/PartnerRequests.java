package org.waymark.partner.partners;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.OrgId;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerStatus;
import org.waymark.partner.domain.TimeZone;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What is sent about partners. */
final class PartnerRequests {

    private static final String NO_OUTER_SPACE = "\\S(.*\\S)?";
    private static final String TYPE = "\\d{2}";
    private static final String COUNTRY = "[A-Z]{3}";
    private static final String TIME_ZONE = "[A-Za-z0-9_+/-]{1,64}";
    private static final String TIME_ZONE_SENTENCE =
            "must be a name of the IANA Time Zone Database, such as Europe/Zurich";

    private PartnerRequests() {}

    record Register(
            @NotBlank @Size(max = Partner.LONGEST_NAME) String name,

            @Nullable @Size(max = 40) @Pattern(regexp = NO_OUTER_SPACE, message = "must not begin or end with a space")
            String acronym,

            @Nullable
            @Pattern(regexp = TYPE, message = "must be a code of the IATI codelist OrganisationType, such as 21")
            String type,

            @Nullable @Pattern(regexp = COUNTRY, message = "must be an ISO 3166-1 alpha-3 code, such as CHE")
            String country,

            @Nullable @Pattern(regexp = TIME_ZONE, message = TIME_ZONE_SENTENCE)
            String timeZone,

            @Nullable String orgId) {

        PartnerEvent.Registered decided() {
            return Partner.register(
                    name,
                    acronym,
                    type == null ? null : OrganisationType.of(type),
                    country == null ? null : new Country(country),
                    timeZone == null ? null : new TimeZone(timeZone),
                    orgId == null ? null : OrgId.checked(orgId));
        }
    }

    /** An absent field stays as it is; null takes an optional fact away (RFC 7396). */
    @SuppressWarnings("NullableOptional") // absent, null and a value are three things here
    record Change(
            @Nullable @Size(max = Partner.LONGEST_NAME) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
            String name,

            @JsonDeserialize(using = NullIsEmpty.class) @Nullable
            Optional<
                            @Size(max = 40)
                            @Pattern(regexp = NO_OUTER_SPACE, message = "must not begin or end with a space") String>
                    acronym,

            @JsonDeserialize(using = NullIsEmpty.class) @Nullable
            Optional<
                            @Pattern(
                                    regexp = TYPE,
                                    message = "must be a code of the IATI codelist OrganisationType, such as 21")
                            String>
                    type,

            @JsonDeserialize(using = NullIsEmpty.class) @Nullable
            Optional<@Pattern(regexp = COUNTRY, message = "must be an ISO 3166-1 alpha-3 code, such as CHE") String>
                    country,

            @JsonDeserialize(using = NullIsEmpty.class) @Nullable
            Optional<@Pattern(regexp = TIME_ZONE, message = TIME_ZONE_SENTENCE) String> timeZone,

            @Nullable String status) {

        UnaryOperator<Partner> change() {
            return before -> {
                Partner after = name == null ? before : before.withName(name);
                after = status == null ? after : after.withStatus(PartnerStatus.of(status));
                after = acronym == null ? after : after.withAcronym(acronym.orElse(null));
                after = type == null ? after : after.withType(valueOf(type, OrganisationType::of));
                after = country == null ? after : after.withCountry(valueOf(country, Country::new));
                return timeZone == null ? after : after.withTimeZone(valueOf(timeZone, TimeZone::new));
            };
        }

        private static <T> @Nullable T valueOf(Optional<String> sent, Function<String, T> known) {
            return sent.isPresent() ? known.apply(sent.get()) : null;
        }

        /** A field that came later counts only where it is sent, so that what was sent before it came is still the same. */
        @Nullable
        Object[] digested() {
            return timeZone == null
                    ? new @Nullable Object[] {name, acronym, type, country, status}
                    : new @Nullable Object[] {name, acronym, type, country, status, timeZone};
        }
    }
}
