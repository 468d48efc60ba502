package org.waymark.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.Api.Answer;
import org.waymark.partner.Browser.Shown;

/** People as they come: invited, choosing a password, signing in by browser, and what their tokens then open. */
public class People {

    public static final String PASSWORD = "four words make one";
    public static final String REDIRECT = "http://localhost:8080/login/oauth2/code/waymark";
    public static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-in-all";

    private final Api api;

    public People(Api api) {
        this.api = api;
    }

    public record Invited(String id, String email, String link) {}

    public static String anEmail() {
        return "person-" + UUID.randomUUID() + "@example.org";
    }

    public Browser browser() {
        return new Browser(api.origin());
    }

    /** Invited by the secretariat. */
    public Invited invited(String partnerId, String email, String... roles) {
        Answer answer = invite(api.secretariat(), partnerId, email, roles);
        assertThat(answer.status()).isEqualTo(201);
        return new Invited(answer.text("personId"), email, path(answer.text("link")));
    }

    public Answer invite(String token, String partnerId, String email, String... roles) {
        return api.post(
                token, "/api/partners/" + partnerId + "/members", """
                {"name":"Ana Example","email":"%s","roles":["%s"]}""".formatted(email, String.join("\",\"", roles)));
    }

    /** A member with a password. */
    public Invited member(String partnerId, String... roles) {
        Invited invited = invited(partnerId, anEmail(), roles);
        choosePassword(invited.link(), PASSWORD);
        return invited;
    }

    public Shown choosePassword(String link, String password) {
        Browser browser = browser();
        return browser.submit(browser.open(link), link, "password", password);
    }

    /** The path of a link that was shown. */
    public String path(String link) {
        return link.isEmpty() ? "" : link.substring(link.indexOf("/sign-in/"));
    }

    public static String authorize() {
        return "/oauth2/authorize?response_type=code&client_id=waymark-web&scope=openid%20profile%20email&state=abc"
                + "&nonce=n-1&redirect_uri=" + Browser.encoded(REDIRECT) + "&code_challenge=" + challenge()
                + "&code_challenge_method=S256";
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the client's page to the answer to the password. */
    public Shown signIn(Browser browser, String email, String password) {
        Shown page = browser.follow(browser.open(authorize()));
        return browser.submit(page, "/sign-in", "username", email, "password", password);
    }

    public Answer redeem(@Nullable String code, String verifier) {
        return api.send(
                "POST",
                "/oauth2/token",
                "grant_type=authorization_code&client_id=waymark-web&code=" + code + "&redirect_uri="
                        + Browser.encoded(REDIRECT) + "&code_verifier=" + verifier,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** Where one choice is all there is, or it was made already. */
    public Answer tokens(Browser browser) {
        String code = browser.open(authorize()).sent("code");
        assertThat(code).isNotNull();
        return redeem(code, VERIFIER);
    }

    public String token(String email) {
        Browser browser = browser();
        signIn(browser, email, PASSWORD);
        return tokens(browser).text("access_token");
    }
}
