package org.waymark.partner.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.partner.Api;
import org.waymark.partner.Browser;
import org.waymark.partner.Browser.Shown;
import org.waymark.partner.People;
import org.waymark.partner.People.Invited;
import org.waymark.partner.RunningService;
import org.waymark.testing.StoreRules;

@RunningService
class AccountIT {

    private static final String PATH = "/sign-in/account";
    private static final String OTHER_WORDS = "other words this time";
    private static final Pattern CODE = Pattern.compile("<code dir=\"ltr\">([A-Z2-7]+)</code>");

    @Autowired
    Api api;

    private People people;
    private Browser browser;
    private Invited ana;

    @BeforeEach
    void somebody_who_has_signed_in() {
        people = new People(api);
        browser = people.browser();
        ana = people.member(api.aPartner().text("id"), "reporter");
        people.signIn(browser, ana.email(), People.PASSWORD);
    }

    @AfterEach
    void store_rules_held() {
        StoreRules.assertHeld();
    }

    @Test
    void leads_there_by_way_of_signing_in() {
        Browser fresh = people.browser();

        Shown page = fresh.follow(fresh.open(PATH));
        Shown answered = fresh.submit(page, "/sign-in", "username", ana.email(), "password", People.PASSWORD);

        assertThat(answered.location()).endsWith(PATH);
        assertThat(fresh.open(PATH).text()).contains("Your account", ana.email());
    }

    @Test
    void changes_the_password_and_signs_out_everywhere_else() {
        Browser elsewhere = people.browser();
        people.signIn(elsewhere, ana.email(), People.PASSWORD);

        Shown changed = change(People.PASSWORD, OTHER_WORDS);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text()).contains("Your password is changed.");
        assertThat(elsewhere.open(PATH).location()).contains("/sign-in?");
        assertThat(browser.open(PATH).status()).isEqualTo(200);
        assertThat(people.signIn(people.browser(), ana.email(), OTHER_WORDS).status())
                .isEqualTo(303);
    }

    @Test
    void changes_nothing_without_the_current_password_or_for_one_that_will_not_do() {
        Shown wrong = change("not this one at all", OTHER_WORDS);
        Shown tooShort = change(People.PASSWORD, "short");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("This is not your current password.");
        assertThat(tooShort.status()).isEqualTo(400);
        assertThat(people.signIn(people.browser(), ana.email(), People.PASSWORD).status())
                .isEqualTo(303);
    }

    @Test
    void makes_who_guesses_the_current_password_wait() {
        for (int i = 0; i < 5; i++) {
            change("a wrong guess " + i, OTHER_WORDS);
        }

        assertThat(change(People.PASSWORD, OTHER_WORDS).status()).isEqualTo(429);
    }

    @Test
    void sets_up_a_second_factor_that_is_asked_for_from_then_on() {
        Shown begun = browser.submit(browser.open(PATH), PATH + "/second-factor", "current", People.PASSWORD);
        String secret = codes(begun).getFirst();
        Shown wrong = browser.submit(begun, PATH + "/second-factor/code", "code", "guess1");
        Shown done = browser.submit(wrong, PATH + "/second-factor/code", "code", Totp.codeAt(secret, Instant.now()));

        assertThat(begun.text()).contains("<svg", "otpauth://totp/Waymark:").doesNotContain("style=", "<script");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(codes(wrong)).containsExactly(secret);
        assertThat(codes(done)).hasSize(10);
        Browser fresh = people.browser();
        assertThat(people.signIn(fresh, ana.email(), People.PASSWORD).location())
                .endsWith("/sign-in/code");
        Shown again = browser.submit(browser.open(PATH), PATH + "/second-factor", "current", People.PASSWORD);
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void sets_up_nothing_without_the_current_password() {
        Shown refused = browser.submit(browser.open(PATH), PATH + "/second-factor", "current", "not this one");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(codes(refused)).isEmpty();
    }

    private Shown change(String current, String next) {
        return browser.submit(browser.open(PATH), PATH + "/password", "current", current, "password", next);
    }

    private static List<String> codes(Shown page) {
        return CODE.matcher(page.text())
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }
}
