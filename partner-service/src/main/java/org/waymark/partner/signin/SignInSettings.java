package org.waymark.partner.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The client for which people sign in: public, so that it proves itself by PKCE.
 *
 * @param redirectUris where codes may be sent to, compared letter by letter
 */
@ConfigurationProperties("waymark.sign-in")
@Validated
record SignInSettings(
        @DefaultValue("waymark-web") @NotBlank String clientId,

        @DefaultValue("http://localhost:8080/login/oauth2/code/waymark") @NotEmpty
        List<URI> redirectUris) {

    /** Browsers hold a form to the places it may end up at, those it is redirected to included. */
    String origins() {
        return redirectUris.stream()
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
