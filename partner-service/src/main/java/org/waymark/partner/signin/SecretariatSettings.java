package org.waymark.partner.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The first client, without which nobody could make another.
 *
 * @param clientSecret at most 72 characters of ASCII, because the hash looks at no more bytes; empty is unset
 */
@ConfigurationProperties("waymark.bootstrap.secretariat")
@Validated
record SecretariatSettings(
        @DefaultValue("secretariat") @NotBlank String clientId,

        @Nullable @Pattern(regexp = "|[\\x21-\\x7e]{16,72}", message = "must be 16 to 72 visible ASCII characters")
        String clientSecret) {

    /** Settings are sometimes printed; secrets never. */
    @Override
    public String toString() {
        return "SecretariatSettings[clientId=" + clientId + "]";
    }
}
