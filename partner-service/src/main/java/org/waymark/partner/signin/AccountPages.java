package org.waymark.partner.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.edge.Problem;
import org.waymark.partner.members.People;
import org.waymark.partner.members.Person;
import org.waymark.partner.signin.Session.Stage;

/**
 * Where whoever has signed in sees to the own password and second factor. Either is changed by the password alone, so that
 * a screen left open gives nothing away.
 */
@BuiltInIssuer
@Controller
@RequestMapping(AccountPages.PATH)
class AccountPages {

    static final String PATH = SignInPages.PATH + "/account";

    private final SigningIn signingIn;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final People people;

    AccountPages(SigningIn signingIn, SecondFactors factors, Sessions sessions, People people) {
        this.signingIn = signingIn;
        this.factors = factors;
        this.sessions = sessions;
        this.people = people;
    }

    @GetMapping
    ModelAndView account(HttpServletRequest request) {
        return signedIn(request, session -> page(session, null, HttpStatus.OK));
    }

    @PostMapping("/password")
    ModelAndView changePassword(
            @RequestParam String current,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return proven(request, current, session -> {
            Person person = people.get(session.person());
            String objection = Passwords.objection(password, person.email());
            if (objection != null) {
                return page(session, objection, HttpStatus.BAD_REQUEST);
            }
            signingIn.setPassword(person, password);
            sessions.begin(response, session, session.person(), Stage.DONE, session.organization(), session.goOn());
            return page(session, "Your password is changed. Everywhere else you are signed out.", HttpStatus.OK);
        });
    }

    @PostMapping("/second-factor")
    ModelAndView beginSecondFactor(@RequestParam String current, HttpServletRequest request) {
        return proven(request, current, session -> {
            try {
                return enrolment(factors.begin(session.person()), null, HttpStatus.OK);
            } catch (Problem stands) {
                return page(session, stands.getMessage(), stands.status());
            }
        });
    }

    @PostMapping("/second-factor/code")
    ModelAndView confirmSecondFactor(@RequestParam String code, HttpServletRequest request) {
        return signedIn(request, session -> {
            try {
                return new ModelAndView("sign-in/recovery-codes")
                        .addObject("codes", factors.confirm(session.person(), code));
            } catch (Problem refused) {
                return SecondFactors.waiting(people.get(session.person()))
                        .map(secret -> enrolment(secret, refused.getMessage(), refused.status()))
                        .orElseGet(() -> page(session, refused.getMessage(), refused.status()));
            }
        });
    }

    private ModelAndView signedIn(HttpServletRequest request, Function<Session, ModelAndView> page) {
        Optional<Session> session = sessions.of(request).filter(one -> one.stage() == Stage.DONE);
        return session.map(page).orElseGet(() -> SignInPages.redirect(SignInPages.PATH + "?continue=" + PATH));
    }

    private ModelAndView proven(HttpServletRequest request, String password, Function<Session, ModelAndView> page) {
        return signedIn(request, session -> {
            String email = String.valueOf(people.get(session.person()).email());
            return switch (signingIn.byPassword(email, password, request.getRemoteAddr())) {
                case SigningIn.Proven proven -> page.apply(session);
                case SigningIn.Refused refused ->
                    page(session, "This is not your current password.", HttpStatus.UNAUTHORIZED);
                case SigningIn.TooMany tooMany ->
                    page(session, SignInPages.wait(tooMany), HttpStatus.TOO_MANY_REQUESTS);
            };
        });
    }

    private ModelAndView page(Session session, @Nullable String message, HttpStatus status) {
        Person person = people.get(session.person());
        return new ModelAndView("sign-in/account", status)
                .addObject("person", person)
                .addObject("secondFactor", SecondFactors.isAskedOf(person))
                .addObject("shortest", Passwords.SHORTEST)
                .addObject("message", message);
    }

    private static ModelAndView enrolment(Secret secret, @Nullable String message, HttpStatus status) {
        return new ModelAndView("sign-in/second-factor", status)
                .addObject("secret", secret)
                .addObject("message", message);
    }
}
