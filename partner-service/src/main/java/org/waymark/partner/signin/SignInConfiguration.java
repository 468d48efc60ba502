package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.waymark.edge.SecurityDefaults;
import org.waymark.partner.access.Access;
import org.waymark.partner.members.Links;
import org.waymark.partner.members.People;
import org.waymark.partner.partners.Partners;

/** How people sign in: their pages, and what these stand on. */
@BuiltInIssuer
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    /** Form posts are guarded against other sites by a token in a cookie of our own and again in the form. */
    @Bean
    @Order(2)
    SecurityFilterChain signInChain(
            HttpSecurity http,
            SignInSettings settings,
            SecurityDefaults defaults,
            @Value("${waymark.security.issuer}") String issuer) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("WAYMARK_PARTNER_CSRF");
        tokens.setCookieCustomizer(
                cookie -> cookie.sameSite("Lax").secure(isSecure(issuer)).httpOnly(true));
        String policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' " + settings.origins()
                + "; base-uri 'none'; frame-ancestors 'none'";
        return defaults.limited(http)
                .securityMatcher("/sign-in/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        // The path of a link is as good as a password.
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static boolean isSecure(String issuer) {
        return issuer.startsWith("https:");
    }

    @Bean
    Sessions sessions(MongoDatabase database, Clock clock, @Value("${waymark.security.issuer}") String issuer) {
        return new Sessions(database, clock, isSecure(issuer));
    }

    @Bean
    Choices choices(People people, Partners partners) {
        return new Choices(people, partners);
    }

    @Bean
    SessionFilter sessionFilter(Sessions sessions, Choices choices) {
        return new SessionFilter(sessions, choices);
    }

    /** It belongs to the chain of the authorization endpoint alone, not to every request. */
    @Bean
    FilterRegistrationBean<SessionFilter> notEverywhere(SessionFilter filter) {
        FilterRegistrationBean<SessionFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SigningIn signingIn(
            People people, Links links, Sessions sessions, Access access, SecondFactors factors, Attempts attempts) {
        return new SigningIn(people, links, sessions, access, new Passwords(), factors, attempts);
    }

    @Bean
    SecondFactors secondFactors(People people, Clock clock) {
        return new SecondFactors(people, clock);
    }

    @Bean
    Attempts attempts(MongoDatabase database, Clock clock) {
        return new Attempts(database, clock);
    }
}
