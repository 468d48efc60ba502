package org.waymark.partner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrgIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XM-DAC-47066",
                "GB-CHC-1064672",
                "AM-COA-1-2",
                "CA_ON-ONT-77",
                "BE-BCE_KBO-0408022778",
                "US-EIN-é"
            })
    void takes_an_identifier_of_a_known_list(String orgId) {
        assertThat(OrgId.checked(orgId)).isEqualTo(orgId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XM-DAC", "XM-DAC-", "47066", "xm-dac-47066", "XM-DAC-47 066", "XM-DAC-a/b", "XM--1"})
    void refuses_another_form(String orgId) {
        assertRefused(orgId, "XM-DAC-47066");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX-47066-1", "GB-CHARITY-1", "XX-COA-1", "CA_ZZ-ONT-1"})
    void refuses_an_unknown_list_and_says_where_to_look(String orgId) {
        assertRefused(orgId, "https://org-id.guide");
    }

    private static void assertRefused(String orgId, String says) {
        assertThatThrownBy(() -> OrgId.checked(orgId)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("orgId");
            assertThat(refusal.sentence()).contains(says);
        });
    }
}
