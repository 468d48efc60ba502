package org.waymark.partner.signin;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.waymark.partner.Rights;

/** Makes the secretariat's client what the settings say, at every start. */
@BuiltInIssuer
@Component
class SecretariatClient implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SecretariatClient.class);

    private final SecretariatSettings settings;
    private final Clients clients;
    private final ClientSecrets secrets;
    private final Clock clock;

    SecretariatClient(SecretariatSettings settings, Clients clients, ClientSecrets secrets, Clock clock) {
        this.settings = settings;
        this.clients = clients;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String secret = settings.clientSecret();
        if (secret == null || secret.isEmpty()) {
            log.info("no client is made for the secretariat: waymark.bootstrap.secretariat.client-secret is not set");
            return;
        }
        clients.putFromSettings(new Client(
                settings.clientId(),
                null,
                "Secretariat",
                List.of(Rights.SECRETARIAT),
                List.of(),
                List.of(secrets.of(secret)),
                clock.instant()));
    }
}
