package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidsTest {

    @Test
    void the_same_parts_give_the_same_id_in_every_service_and_release() {
        UUID id = Uuids.of("action-groups", "default");

        assertThat(id).hasToString("571ad366-f5fe-5385-9166-43fd004d9e43");
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void parts_are_kept_apart() {
        assertThat(Uuids.of("a", "bc")).isNotEqualTo(Uuids.of("ab", "c")).isNotEqualTo(Uuids.of("abc"));
        assertThat(Uuids.sha256("a", "bc")).isNotEqualTo(Uuids.sha256("ab", "c"));
    }
}
