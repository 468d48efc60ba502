package org.waymark.partner.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api;
import org.waymark.partner.Api.Answer;
import org.waymark.partner.Browser;
import org.waymark.partner.Browser.Shown;
import org.waymark.partner.People;
import org.waymark.partner.People.Invited;
import org.waymark.partner.RunningService;
import org.waymark.testing.StoreRules;

@RunningService
class SecondFactorIT {

    private static final String PATH = "/api/people/me/second-factor";

    @Autowired
    Api api;

    private People people;
    private Browser browser;
    private Invited ana;
    private String secret;
    private List<String> recovery;

    @BeforeEach
    void somebody_with_a_second_factor() {
        people = new People(api);
        browser = people.browser();
        ana = people.member(api.aPartner().text("id"), "reporter");
        String token = people.token(ana.email());
        Answer begun = api.post(token, PATH, "");
        secret = begun.text("secret");
        // The code of the step before: the one of now is left for signing in.
        Answer confirmed = api.send(
                "PUT",
                PATH,
                "{\"code\":\"" + Totp.codeAt(secret, Instant.now().minusSeconds(30)) + "\"}",
                "Authorization",
                "Bearer " + token);
        assertThat(confirmed.status()).isEqualTo(200);
        recovery = confirmed
                .body()
                .path("recoveryCodes")
                .valueStream()
                .map(one -> one.asString())
                .toList();
    }

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void asks_for_the_code_and_gives_none_before_it() {
        Shown answered = people.signIn(browser, ana.email(), People.PASSWORD);
        Shown tooEarly = browser.open(People.authorize());
        Shown done = code(answered, Totp.codeAt(secret, Instant.now()));

        assertThat(answered.location()).endsWith("/sign-in/code");
        assertThat(tooEarly.location()).contains("/sign-in?");
        assertThat(done.status()).isEqualTo(303);
        assertThat(people.tokens(browser).status()).isEqualTo(200);
    }

    @Test
    void takes_a_code_once() {
        String now = Totp.codeAt(secret, Instant.now());
        code(people.signIn(browser, ana.email(), People.PASSWORD), now);
        browser = people.browser();

        Shown again = code(people.signIn(browser, ana.email(), People.PASSWORD), now);

        assertThat(again.status()).isEqualTo(401);
        assertThat(browser.open(People.authorize()).location()).contains("/sign-in?");
    }

    @Test
    void takes_a_recovery_code_once() {
        Shown first = code(people.signIn(browser, ana.email(), People.PASSWORD), recovery.getFirst());
        browser = people.browser();
        Shown second = code(people.signIn(browser, ana.email(), People.PASSWORD), recovery.getFirst());
        Shown other = code(second, recovery.getLast());

        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.status()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(303);
    }

    @Test
    void makes_the_guesser_of_codes_wait() {
        Shown page = people.signIn(browser, ana.email(), People.PASSWORD);
        for (int i = 0; i < 5; i++) {
            page = code(page, "guess" + i);
        }

        assertThat(code(page, recovery.getFirst()).status()).isEqualTo(429);
    }

    @Test
    void only_the_secretariat_takes_it_away() {
        String path = "/api/people/" + ana.id() + "/second-factor";
        String other = people.token(
                people.member(api.aPartner().text("id"), "focal-point").email());

        assertThat(api.send("DELETE", path, null, "Authorization", "Bearer " + other)
                        .status())
                .isEqualTo(403);
        assertThat(api.send("DELETE", path, null, "Authorization", "Bearer " + api.secretariat())
                        .status())
                .isEqualTo(204);
        assertThat(people.signIn(browser, ana.email(), People.PASSWORD).location())
                .contains("/oauth2/authorize?");
    }

    private Shown code(Shown before, String code) {
        Shown page = before.status() == 303 ? browser.follow(before) : before;
        return browser.submit(page, "/sign-in/code", "code", code);
    }
}
