package org.waymark.partner.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.partner.members.Person;

/** Where a link leads that was passed on to somebody: to the choice of a password. Only sending it uses the link up. */
@BuiltInIssuer
@Controller
@RequestMapping("/sign-in/links/{token}")
class LinkPages {

    private final SigningIn signingIn;

    LinkPages(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @GetMapping
    ModelAndView open(@PathVariable String token) {
        return signingIn
                .ofLink(token)
                .map(person -> page(token, person, null, HttpStatus.OK))
                .orElseGet(LinkPages::over);
    }

    @PostMapping
    ModelAndView choose(@PathVariable String token, @RequestParam String password) {
        Optional<Person> person = signingIn.ofLink(token);
        if (person.isEmpty()) {
            return over();
        }
        String objection = Passwords.objection(password, person.get().email());
        if (objection != null) {
            return page(token, person.get(), objection, HttpStatus.BAD_REQUEST);
        }
        return signingIn.setPassword(token, person.get(), password) ? SignInPages.redirect(SignInPages.PATH) : over();
    }

    private static ModelAndView page(String token, Person person, @Nullable String message, HttpStatus status) {
        ModelAndView page = new ModelAndView("sign-in/new-password", status);
        return page.addObject("token", token)
                .addObject("email", person.email())
                .addObject("shortest", Passwords.SHORTEST)
                .addObject("message", message);
    }

    private static ModelAndView over() {
        return new ModelAndView("sign-in/link-over", HttpStatus.GONE);
    }
}
