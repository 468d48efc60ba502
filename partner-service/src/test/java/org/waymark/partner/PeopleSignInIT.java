package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.waymark.partner.Api.Answer;
import org.waymark.partner.Browser.Shown;
import org.waymark.partner.People.Invited;
import org.waymark.testing.StoreRules;

@RunningService
class PeopleSignInIT {

    @Autowired
    Api api;

    @Value("${waymark.security.issuer}")
    String issuer;

    private People people;
    private Browser browser;
    private String partner;

    @BeforeEach
    void a_partner_and_a_browser() {
        people = new People(api);
        browser = people.browser();
        partner = api.aPartner().text("id");
    }

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void says_where_everything_is() {
        Answer discovery = api.get("/.well-known/openid-configuration");

        assertThat(discovery.text("issuer")).isEqualTo(issuer);
        assertThat(discovery.text("authorization_endpoint")).isEqualTo(issuer + "/oauth2/authorize");
        assertThat(discovery.text("userinfo_endpoint")).isEqualTo(issuer + "/userinfo");
        assertThat(discovery.body().path("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(discovery.response().body())
                .doesNotContain("introspect", "revoke", "device", "logout", "refresh_token");
    }

    @Test
    void gives_a_person_a_token_as_a_program_gets_one() throws Exception {
        Invited ana = people.member(partner, "reporter");

        Shown answered = people.signIn(browser, ana.email(), People.PASSWORD);
        Answer tokens = people.tokens(browser);

        assertThat(answered.status()).isEqualTo(303);
        JWTClaimsSet access = SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet();
        assertThat(access.getIssuer()).isEqualTo(issuer);
        assertThat(access.getAudience()).containsExactly("waymark");
        assertThat(access.getSubject()).isEqualTo(ana.id());
        assertThat(access.getStringClaim("org")).isEqualTo(partner);
        assertThat(access.getStringListClaim("roles")).containsExactly("partner", "reporter");
        assertThat(tokens.body().path("expires_in").asInt()).isBetween(590, 600);
        assertThat(access.getClaims()).doesNotContainKeys("name", "email");
        JWTClaimsSet identity = SignedJWT.parse(tokens.text("id_token")).getJWTClaimsSet();
        assertThat(identity.getAudience()).containsExactly("waymark-web");
        assertThat(identity.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(identity.getStringClaim("email")).isEqualTo(ana.email());
        assertThat(tokens.body().has("refresh_token")).isFalse();
    }

    @Test
    void leads_back_to_the_client_with_its_state() {
        Invited ana = people.member(partner, "reporter");

        Shown back = browser.follow(people.signIn(browser, ana.email(), People.PASSWORD));

        assertThat(back.location()).startsWith(People.REDIRECT + "?");
        assertThat(back.sent("state")).isEqualTo("abc");
        assertThat(back.sent("code")).isNotNull();
    }

    @Test
    void tells_who_it_is_to_a_token_with_the_scope() {
        Invited ana = people.member(partner, "reporter");
        String token = people.token(ana.email());

        Answer info = api.get("/userinfo", "Authorization", "Bearer " + token);

        assertThat(info.text("sub")).isEqualTo(ana.id());
        assertThat(info.text("email")).isEqualTo(ana.email());
        assertThat(api.get("/userinfo", "Authorization", "Bearer " + api.secretariat())
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/userinfo").status()).isEqualTo(401);
    }

    @Test
    void takes_a_code_once_and_only_with_its_verifier() {
        Invited ana = people.member(partner, "reporter");
        people.signIn(browser, ana.email(), People.PASSWORD);
        String code = browser.open(People.authorize()).sent("code");
        String other = browser.open(People.authorize()).sent("code");

        assertThat(people.redeem(code, People.VERIFIER).status()).isEqualTo(200);
        assertThat(people.redeem(code, People.VERIFIER).text("error")).isEqualTo("invalid_grant");
        assertThat(people.redeem(other, "x".repeat(50)).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void gives_no_code_without_a_challenge_nor_to_an_unknown_place() {
        Invited ana = people.member(partner, "reporter");
        people.signIn(browser, ana.email(), People.PASSWORD);

        Shown bare = browser.open(People.authorize().replaceAll("&code_challenge.*", ""));
        Shown plain = browser.open(People.authorize().replace("S256", "plain"));
        Shown elsewhere = browser.open(
                People.authorize().replace("waymark%", "elsewhere%").replace("8080", "8099"));

        assertThat(bare.sent("code")).isNull();
        assertThat(bare.sent("error")).isEqualTo("invalid_request");
        assertThat(plain.sent("code")).isNull();
        assertThat(elsewhere.status()).isEqualTo(400);
    }

    @Test
    void refuses_a_wrong_password_and_an_unknown_person_alike() {
        Invited ana = people.member(partner, "reporter");

        Shown wrong = people.signIn(browser, ana.email(), "not this one at all");
        Shown unknown = people.signIn(people.browser(), People.anEmail(), "not this one at all");

        assertThat(List.of(wrong, unknown)).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(401);
            assertThat(page.text()).contains("The e-mail address or the password is not right.");
        });
        assertThat(browser.open(People.authorize()).location()).contains("/sign-in?");
    }

    @Test
    void makes_the_guesser_of_one_account_wait_and_the_right_password_too() {
        Invited ana = people.member(partner, "reporter");
        for (int i = 0; i < 5; i++) {
            people.signIn(browser, ana.email(), "a wrong guess " + i);
        }

        Shown one = people.signIn(browser, ana.email(), People.PASSWORD);

        assertThat(one.status()).isEqualTo(429);
        assertThat(one.text()).contains("Too many attempts.");
    }

    @Test
    void asks_for_whom_one_is_here_where_there_is_a_choice() throws Exception {
        Invited ana = people.member(partner, "reporter");
        String other = api.aPartner().text("id");
        people.invite(api.secretariat(), other, ana.email(), "focal-point");

        Shown answered = people.signIn(browser, ana.email(), People.PASSWORD);
        Shown page = browser.follow(answered);
        Shown stranger = browser.submit(
                page, "/sign-in/organization", "organization", api.aPartner().text("id"));
        browser.submit(page, "/sign-in/organization", "organization", other);

        assertThat(answered.location()).endsWith("/sign-in/organization");
        assertThat(stranger.location()).endsWith("/sign-in");
        JWTClaimsSet claims =
                SignedJWT.parse(people.tokens(browser).text("access_token")).getJWTClaimsSet();
        assertThat(claims.getStringClaim("org")).isEqualTo(other);
        assertThat(claims.getStringListClaim("roles")).containsExactly("partner", "focal-point");
    }

    @Test
    void gives_no_more_tokens_to_who_has_left_or_whose_partner_is_suspended() {
        Invited left = people.member(partner, "reporter");
        Invited suspended = people.member(partner, "reporter");
        people.signIn(browser, left.email(), People.PASSWORD);
        String code = browser.open(People.authorize()).sent("code");
        Browser others = people.browser();
        people.signIn(others, suspended.email(), People.PASSWORD);

        api.send(
                "DELETE",
                "/api/partners/" + partner + "/members/" + left.id(),
                null,
                "Authorization",
                "Bearer " + api.secretariat());

        assertThat(people.redeem(code, People.VERIFIER).text("error")).isEqualTo("invalid_grant");
        assertThat(browser.open(People.authorize()).location()).contains("/sign-in?");
        assertThat(people.tokens(others).status()).isEqualTo(200);
        api.patch(api.secretariat(), "/api/partners/" + partner, "*", "{\"status\":\"suspended\"}");
        assertThat(others.open(People.authorize()).location()).contains("/sign-in?");
    }

    @Test
    void takes_no_form_of_another_site() {
        Invited ana = people.member(partner, "reporter");

        Shown forged = browser.post("/sign-in", Map.of("username", ana.email(), "password", People.PASSWORD));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContainKey("WAYMARK_PARTNER_SESSION");
    }

    @Test
    void leads_nobody_astray() {
        Invited ana = people.member(partner, "reporter");
        Shown page = browser.open("/sign-in?continue=https%3A%2F%2Fevil.example");

        Shown answered = browser.submit(page, "/sign-in", "username", ana.email(), "password", People.PASSWORD);

        assertThat(answered.location()).endsWith("/sign-in/done").doesNotContain("evil");
    }

    @Test
    void keeps_its_cookie_to_itself_and_its_pages_free_of_script() {
        Invited ana = people.member(partner, "reporter");
        Shown page = browser.open("/sign-in");

        Shown answered = people.signIn(browser, ana.email(), People.PASSWORD);
        people.tokens(browser);

        assertThat(answered.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("WAYMARK_PARTNER_SESSION=")
                        .contains("HttpOnly", "SameSite=Lax"))
                .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(browser.cookies()).doesNotContainKey("JSESSIONID");
        assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'; style-src 'self'")
                .contains("form-action 'self' http://localhost:8080;")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContain("<script", "style=", "onclick");
        assertThat(browser.open("/sign-in/assets/sign-in.css").status()).isEqualTo(200);
    }

    @Test
    void signs_out() {
        Invited ana = people.member(partner, "reporter");
        people.signIn(browser, ana.email(), People.PASSWORD);
        String before = browser.cookies().get("WAYMARK_PARTNER_SESSION");

        browser.submit(browser.open("/sign-in/done"), "/sign-in/out");
        browser.cookies().put("WAYMARK_PARTNER_SESSION", before);

        assertThat(browser.open(People.authorize()).location()).contains("/sign-in?");
    }

    @Test
    void takes_a_link_once_and_only_a_password_that_will_do() {
        Invited ana = people.invited(partner, People.anEmail(), "reporter");

        Shown shortOne = people.choosePassword(ana.link(), "short");
        Shown common = people.choosePassword(ana.link(), "password1234");
        Shown good = people.choosePassword(ana.link(), People.PASSWORD);
        Shown again = people.browser().open(ana.link());
        Shown invented = people.browser().open("/sign-in/links/" + UUID.randomUUID());

        assertThat(List.of(shortOne, common)).allMatch(page -> page.status() == 400);
        assertThat(good.status()).isEqualTo(303);
        assertThat(List.of(again, invented)).allMatch(page -> page.status() == 410);
        assertThat(people.token(ana.email())).isNotEmpty();
    }

    @Test
    void a_new_password_ends_what_was_signed_in_by_the_old_one() {
        Invited ana = people.member(partner, "reporter");
        people.signIn(browser, ana.email(), People.PASSWORD);
        String token = people.tokens(browser).text("access_token");
        Answer link =
                api.post(api.secretariat(), "/api/partners/" + partner + "/members/" + ana.id() + "/password-link", "");

        assertThat(me(token)).isEqualTo(200);
        people.choosePassword(people.path(link.text("link")), "other words this time");

        assertThat(me(token)).isEqualTo(401);
        assertThat(browser.open(People.authorize()).location()).contains("/sign-in?");
        assertThat(people.signIn(people.browser(), ana.email(), People.PASSWORD).status())
                .isEqualTo(401);
        assertThat(people.signIn(people.browser(), ana.email(), "other words this time")
                        .status())
                .isEqualTo(303);
    }

    private int me(String token) {
        return api.get("/api/people/me", "Authorization", "Bearer " + token).status();
    }
}
