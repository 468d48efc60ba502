package org.waymark.partner.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
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

    private final Clients clients;
    private final Partners partners;

    RegisteredClients(Clients clients, Partners partners) {
        this.clients = clients;
        this.partners = partners;
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
}
