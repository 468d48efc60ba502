package org.waymark.partner.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.partners.Partners;

/** The clients as the authorization server asks for them. One whose partner may not act is as if it were not there. */
final class RegisteredClients implements RegisteredClientRepository {

    static final String ROLES = "waymark.roles";
    static final String ORGANIZATION = "waymark.org";

    private static final Duration CODE_VALIDITY = Duration.ofMinutes(1);

    private final Clients clients;
    private final Partners partners;
    private final RegisteredClient web;

    RegisteredClients(Clients clients, Partners partners, SignInSettings settings) {
        this.clients = clients;
        this.partners = partners;
        this.web = web(settings);
    }

    /** Clients are made elsewhere, and no secret is hashed anew. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(web.getClientId())) {
            return web;
        }
        return clients.find(clientId)
                .filter(this::mayAct)
                .map(RegisteredClients::registered)
                .orElse(null);
    }

    private boolean mayAct(Client client) {
        String partnerId = client.partnerId();
        if (partnerId == null) {
            return true;
        }
        Optional<Partner> partner = partners.find(partnerId);
        return partner.isPresent() && partner.get().status().mayAct();
    }

    private static RegisteredClient registered(Client client) {
        ClientSettings.Builder settings = ClientSettings.builder().setting(ROLES, client.roles());
        if (client.partnerId() != null) {
            settings.setting(ORGANIZATION, client.partnerId());
        }
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientIdIssuedAt(client.createdAt())
                .clientSecret(ClientSecrets.all(client))
                .clientName(client.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .clientSettings(settings.build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(SigningKeys.VALIDITY)
                        .build())
                .build();
    }

    /** Whom people sign in for: it has no secret, so each code is bound to it by PKCE (RFC 7636). */
    private static RegisteredClient web(SignInSettings settings) {
        return RegisteredClient.withId(settings.clientId())
                .clientId(settings.clientId())
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> settings.redirectUris().forEach(uri -> uris.add(uri.toString())))
                .scopes(scopes -> scopes.addAll(List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_VALIDITY)
                        .accessTokenTimeToLive(SigningKeys.VALIDITY)
                        .build())
                .build();
    }
}
