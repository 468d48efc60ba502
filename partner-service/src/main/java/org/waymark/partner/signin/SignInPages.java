package org.waymark.partner.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.waymark.partner.members.Person;
import org.waymark.partner.signin.Session.Stage;
import org.waymark.partner.signin.SigningIn.Outcome;

/** The pages on which people sign in, one question at a time; they need no script. */
@BuiltInIssuer
@Controller
@RequestMapping("/sign-in")
class SignInPages {

    static final String PATH = "/sign-in";

    private static final String GO_ON = "continue";
    private static final String DONE = PATH + "/done";

    /** Sends a browser that is not signed in to the first page, which remembers where it was going. */
    static final class Entry implements AuthenticationEntryPoint {

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
                throws IOException {
            String goOn = request.getRequestURI() + "?" + request.getQueryString();
            response.sendRedirect(PATH + "?" + GO_ON + "=" + URLEncoder.encode(goOn, StandardCharsets.UTF_8));
        }
    }

    private final SigningIn signingIn;
    private final Sessions sessions;
    private final Choices choices;

    SignInPages(SigningIn signingIn, Sessions sessions, Choices choices) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.choices = choices;
    }

    @GetMapping
    ModelAndView password(@RequestParam(name = GO_ON, defaultValue = DONE) String goOn) {
        return passwordPage(goOn, null);
    }

    @PostMapping
    ModelAndView password(
            @RequestParam(name = GO_ON, defaultValue = DONE) String goOn,
            @RequestParam String username,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        Outcome outcome = signingIn.byPassword(username, password, request.getRemoteAddr());
        return switch (outcome) {
            case SigningIn.Proven proven -> {
                Person person = proven.person();
                yield SecondFactors.isAskedOf(person)
                        ? step(response, null, person.id(), Stage.CODE, goOn)
                        : chosen(response, null, person.id(), goOn);
            }
            case SigningIn.Refused refused ->
                with(passwordPage(goOn, "The e-mail address or the password is not right."), HttpStatus.UNAUTHORIZED);
            case SigningIn.TooMany tooMany -> with(passwordPage(goOn, wait(tooMany)), HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @GetMapping("/code")
    ModelAndView code(HttpServletRequest request) {
        return at(request, Stage.CODE).isPresent() ? codePage(null) : redirect(PATH);
    }

    @PostMapping("/code")
    ModelAndView code(@RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
        Optional<Session> session = at(request, Stage.CODE);
        if (session.isEmpty()) {
            return redirect(PATH);
        }
        Outcome outcome = signingIn.byCode(session.get().person(), code, request.getRemoteAddr());
        return switch (outcome) {
            case SigningIn.Proven proven ->
                chosen(
                        response,
                        session.get(),
                        proven.person().id(),
                        session.get().goOn());
            case SigningIn.Refused refused ->
                with(codePage("This code is not right, or was used already."), HttpStatus.UNAUTHORIZED);
            case SigningIn.TooMany tooMany -> with(codePage(wait(tooMany)), HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** Where there is one choice, nobody is asked. */
    private ModelAndView chosen(HttpServletResponse response, @Nullable Session before, String person, String goOn) {
        List<Choices.Choice> all = choices.of(person);
        if (all.isEmpty()) {
            return new ModelAndView("sign-in/nobody", HttpStatus.FORBIDDEN);
        }
        if (all.size() > 1) {
            return step(response, before, person, Stage.ORGANIZATION, goOn);
        }
        return done(response, before, person, all.getFirst().organization(), goOn);
    }

    @GetMapping("/organization")
    ModelAndView organization(HttpServletRequest request) {
        return at(request, Stage.ORGANIZATION)
                .or(() -> at(request, Stage.DONE))
                .map(session ->
                        new ModelAndView("sign-in/organization").addObject("choices", choices.of(session.person())))
                .orElseGet(() -> redirect(PATH));
    }

    @PostMapping("/organization")
    ModelAndView organization(
            @RequestParam String organization, HttpServletRequest request, HttpServletResponse response) {
        return at(request, Stage.ORGANIZATION)
                .or(() -> at(request, Stage.DONE))
                .filter(session -> choices.of(session.person()).stream()
                        .anyMatch(one -> one.organization().equals(organization)))
                .map(session -> done(response, session, session.person(), organization, session.goOn()))
                .orElseGet(() -> redirect(PATH));
    }

    @GetMapping("/done")
    ModelAndView done() {
        return new ModelAndView("sign-in/done");
    }

    @PostMapping("/out")
    ModelAndView out(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return redirect(PATH);
    }

    private Optional<Session> at(HttpServletRequest request, Stage stage) {
        return sessions.of(request).filter(one -> one.stage() == stage);
    }

    private ModelAndView step(
            HttpServletResponse response, @Nullable Session before, String person, Stage stage, String goOn) {
        sessions.begin(response, before, person, stage, null, goOn);
        return redirect(PATH + (stage == Stage.CODE ? "/code" : "/organization"));
    }

    private ModelAndView done(
            HttpServletResponse response, @Nullable Session before, String person, String organization, String goOn) {
        sessions.begin(response, before, person, Stage.DONE, organization.isEmpty() ? null : organization, goOn);
        return redirect(isOurs(goOn) ? goOn : DONE);
    }

    private static boolean isOurs(String goOn) {
        return goOn.startsWith(AuthorizationServer.AUTHORIZE + "?") || goOn.equals(AccountPages.PATH);
    }

    private static ModelAndView passwordPage(String goOn, @Nullable String message) {
        return new ModelAndView("sign-in/password").addObject("goOn", goOn).addObject("message", message);
    }

    private static ModelAndView codePage(@Nullable String message) {
        return new ModelAndView("sign-in/code").addObject("message", message);
    }

    static String wait(SigningIn.TooMany tooMany) {
        return "Too many attempts. Try again in " + tooMany.again().toSeconds() + " seconds.";
    }

    private static ModelAndView with(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    /** A path of our own as it is: nothing in it is a template. */
    static ModelAndView redirect(String path) {
        RedirectView view = new RedirectView(path);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        view.setPropagateQueryParams(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
