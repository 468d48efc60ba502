package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"partner-service", "progress-service", "notification-service"})
    void is_in_no_example_of_an_event(String service) {
        assertThat(Contracts.of(service).examples())
                .isNotEmpty()
                .allSatisfy(example -> assertThat(PersonalData.in(example.json()))
                        .as(example.name())
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contacts\":[]}",
                "{\"by\":{\"Email\":\"none\"}}",
                "{\"people\":[{\"firstName\":\"A\"}]}",
                "{\"narrative\":\"We met.\"}",
                "{\"note\":\"ask officer@example.org\"}",
                "{\"notes\":[\"call +41 22 717 91 11\"]}",
                "{\"url\":\"tel:0041227179111\"}"
            })
    void is_found_by_its_field_or_its_form(String json) {
        assertThat(PersonalData.in(json)).hasSize(1);
    }

    @Test
    void is_not_seen_in_ids_days_hashes_and_public_titles() {
        assertThat(PersonalData.in("""
                {"id":"0d5b1f0c-7a53-5c0e-9a3e-3f1f6f0b8a11","of":"00305433-92ba-5253-8b22-edd51d551d54",
                 "to":"00305433-9212-5253-8022-edd51d551d54","on":"2026-11-22","value":12345678901,
                 "narrativeHash":"sha256:0041227179111004122717911100412271791110041227179111","title":"10+ partners"}
                """)).isEmpty();
    }
}
