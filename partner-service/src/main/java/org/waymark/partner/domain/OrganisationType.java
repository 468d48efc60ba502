package org.waymark.partner.domain;

import java.util.Arrays;
import java.util.Optional;

/** What kind of organization a partner is, by the IATI codelist OrganisationType (version 2.03). */
public enum OrganisationType {
    GOVERNMENT("10"),
    LOCAL_GOVERNMENT("11"),
    OTHER_PUBLIC_SECTOR("15"),
    INTERNATIONAL_NGO("21"),
    NATIONAL_NGO("22"),
    REGIONAL_NGO("23"),
    PARTNER_COUNTRY_NGO("24"),
    PUBLIC_PRIVATE_PARTNERSHIP("30"),
    MULTILATERAL("40"),
    FOUNDATION("60"),
    PRIVATE_SECTOR("70"),
    PRIVATE_SECTOR_IN_PROVIDER_COUNTRY("71"),
    PRIVATE_SECTOR_IN_RECIPIENT_COUNTRY("72"),
    PRIVATE_SECTOR_IN_THIRD_COUNTRY("73"),
    ACADEMIC("80"),
    OTHER("90");

    private final String code;

    OrganisationType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<OrganisationType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** @throws Refusal when the codelist has no such code */
    public static OrganisationType of(String code) {
        return find(code)
                .orElseThrow(() ->
                        Refusal.ofField("type", "This is no code of the IATI codelist OrganisationType, such as 21."));
    }
}
