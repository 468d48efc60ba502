package org.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void has_a_default_for_everything() {
        Settings settings = Settings.of(Map.of(), List.of());

        assertThat(settings.ports()).isEqualTo(new Settings.Ports(8080, 8081, 8082, 9092, 27017));
        assertThat(settings.data()).hasFileName(".waymark").isAbsolute();
        assertThat(settings.imports()).isEmpty();
    }

    @Test
    void says_in_one_sentence_what_cannot_be_meant() {
        refuses(Map.of("WAYMARK_KAFKA_PORT", "kafka"), "WAYMARK_KAFKA_PORT is \"kafka\"");
        refuses(Map.of("WAYMARK_KAFKA_PORT", "0"), "from 1 to 65535");
        refuses(Map.of("WAYMARK_KAFKA_PORT", "99999"), "from 1 to 65535");
        refuses(Map.of("WAYMARK_MONGO_PORT", "8080"), "WAYMARK_PROGRESS_PORT and WAYMARK_MONGO_PORT are both 8080");
        refuses(Map.of(), "Unknown option --export", "--export");
        refuses(Map.of(), "--import needs the name", "--import");
        refuses(Map.of(), "no/such.xml cannot be read", "--import", "no/such.xml");
    }

    private static void refuses(Map<String, String> environment, String part, String... arguments) {
        assertThatThrownBy(() -> Settings.of(environment, List.of(arguments)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(2))
                .hasMessageContaining(part)
                .message()
                .hasLineCount(1);
    }
}
