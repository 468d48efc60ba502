package org.waymark.partner.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void gives_the_codes_of_RFC_6238_appendix_B(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30, 8)).isEqualTo(code);
    }

    @Test
    void writes_base_32_as_RFC_4648_does() {
        assertThat(Totp.encoded("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Totp.codeAt(Totp.encoded(SECRET), NOW)).isEqualTo("050471");
    }

    @Test
    void takes_a_code_a_step_early_or_late_and_no_further() {
        String secret = Totp.encoded(SECRET);
        String code = Totp.codeAt(secret, NOW);

        assertThat(Totp.step(secret, code, NOW.plusSeconds(30), 0)).isPresent();
        assertThat(Totp.step(secret, code, NOW.minusSeconds(30), 0)).isPresent();
        assertThat(Totp.step(secret, code, NOW.plusSeconds(60), 0)).isEmpty();
    }

    @Test
    void takes_no_code_twice_nor_an_earlier_one() {
        String secret = Totp.encoded(SECRET);
        long step = Totp.step(secret, Totp.codeAt(secret, NOW), NOW, 0).orElseThrow();

        assertThat(Totp.step(secret, Totp.codeAt(secret, NOW), NOW, step)).isEmpty();
        assertThat(Totp.step(secret, Totp.codeAt(secret, NOW.minusSeconds(30)), NOW, step))
                .isEmpty();
    }
}
