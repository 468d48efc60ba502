package org.waymark.standalone;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.waymark.notification.NotificationService;
import org.waymark.partner.PartnerService;
import org.waymark.progress.ProgressService;

/**
 * One of the services that share this process, each in a context of its own. They share the class path too, so each is
 * told which automatic configuration belongs to another one.
 *
 * @param notItsOwn what it would not find on the class path if it ran alone
 */
record Sibling(
        String name,
        Supplier<SpringApplicationBuilder> application,
        int port,
        List<Class<?>> notItsOwn,
        List<String> settings) {

    private static final List<Class<?>> ISSUER = List.of(
            OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class);
    private static final Class<?> PAGES = ThymeleafAutoConfiguration.class;

    /** @param restored whether the stores come from a backup and are to be folded forward before anything is served */
    static List<Sibling> all(Settings.Ports ports, Credentials.Client secretariat, boolean restored) {
        return Stream.of(
                        new Sibling(
                                "partner-service",
                                PartnerService::application,
                                ports.partner(),
                                ISSUER,
                                List.of(
                                        "waymark.bootstrap.secretariat.client-id=" + secretariat.clientId(),
                                        "waymark.bootstrap.secretariat.client-secret=" + secretariat.clientSecret(),
                                        "waymark.sign-in.redirect-uris=http://localhost:" + ports.progress()
                                                + "/login/oauth2/code/waymark")),
                        new Sibling(
                                "progress-service", ProgressService::application, ports.progress(), ISSUER, List.of()),
                        new Sibling(
                                "notification-service",
                                NotificationService::application,
                                ports.notification(),
                                List.of(PAGES, ISSUER.getFirst(), ISSUER.getLast()),
                                List.of()))
                .map(one -> one.with("waymark.restored=" + restored))
                .toList();
    }

    private Sibling with(String setting) {
        return new Sibling(
                name,
                application,
                port,
                notItsOwn,
                Stream.concat(settings.stream(), Stream.of(setting)).toList());
    }

    @Override
    public String toString() {
        return name; // The settings hold a secret.
    }
}
