package org.waymark.partner.partners;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.OrgId;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerStatus;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Standing;
import org.waymark.partner.domain.StatusReason;
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

            @Nullable Map<@NotNull String, @NotNull String> names,
            @Nullable String logo,
            @Nullable String website,
            @Nullable String orgId) {

        PartnerEvent.Registered decided() {
            PartnerEvent.Registered named = Partner.register(
                    name,
                    acronym,
                    type == null ? null : OrganisationType.of(type),
                    country == null ? null : new Country(country),
                    timeZone == null ? null : new TimeZone(timeZone),
                    orgId == null ? null : OrgId.checked(orgId));
            return new PartnerEvent.Registered(
                    named.partner().withProfile(Profile.of(names, logo, website)), named.origin());
        }
    }

    record Merge(@NotNull UUID into) {}

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

            @JsonDeserialize(using = NullIsNoNames.class) @Nullable
            Optional<Map<String, @Nullable String>> names,

            @JsonDeserialize(using = NullIsEmpty.class) @Nullable
            Optional<String> logo,

            @JsonDeserialize(using = NullIsEmpty.class) @Nullable
            Optional<String> website,

            @Nullable String status,
            @Nullable String statusReason) {

        UnaryOperator<Partner> change() {
            return before -> {
                Partner after = name == null ? before : before.withName(name);
                after = after.withProfile(profile(after.profile())).withStanding(standing(after.standing()));
                after = acronym == null ? after : after.withAcronym(acronym.orElse(null));
                after = type == null ? after : after.withType(valueOf(type, OrganisationType::of));
                after = country == null ? after : after.withCountry(valueOf(country, Country::new));
                return timeZone == null ? after : after.withTimeZone(valueOf(timeZone, TimeZone::new));
            };
        }

        private Profile profile(Profile before) {
            Profile after = before;
            if (names != null) {
                after = names.isPresent() ? after.withNames(names.get()) : after.withoutNames();
            }
            after = logo == null ? after : after.withLogo(logo.orElse(null));
            return website == null ? after : after.withWebsite(website.orElse(null));
        }

        private Standing standing(Standing before) {
            return before.asked(
                    status == null ? null : PartnerStatus.of(status),
                    statusReason == null ? null : StatusReason.given(statusReason));
        }

        private static <T> @Nullable T valueOf(Optional<String> sent, Function<String, T> known) {
            return sent.isPresent() ? known.apply(sent.get()) : null;
        }

        /** A field that came later counts only where it is sent, so that what was sent before it came is still the same. */
        @Nullable
        Object[] digested() {
            List<@Nullable Object> sent = new ArrayList<>();
            sent.add(name);
            sent.add(acronym);
            sent.add(type);
            sent.add(country);
            sent.add(status);
            if (timeZone != null) {
                sent.add(timeZone);
            }
            add(sent, "names", names == null ? null : names.map(TreeMap::new));
            add(sent, "logo", logo);
            add(sent, "website", website);
            add(sent, "statusReason", statusReason);
            return sent.toArray();
        }

        private static void add(List<@Nullable Object> sent, String field, @Nullable Object value) {
            if (value != null) {
                sent.add(field + " " + value);
            }
        }
    }
}
