package org.waymark.partner.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Problem;
import org.waymark.partner.members.Person;

/** What the page behind a link does, for a program that sets people up. The link is all that is needed, there as here. */
@BuiltInIssuer
@RestController
@RequestMapping("/api/password-links/{token}")
class PasswordLinkController {

    record Choose(@NotNull String password) {

        @Override
        public String toString() {
            return "Choose[]";
        }
    }

    private final SigningIn signingIn;

    PasswordLinkController(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@PathVariable String token, @Valid @RequestBody Choose request) {
        Person person = signingIn.ofLink(token).orElseThrow(() -> Problem.notFound("link"));
        String objection = Passwords.objection(request.password(), person.email());
        if (objection != null) {
            throw Problem.invalid("password", objection);
        }
        if (!signingIn.setPassword(token, person, request.password())) {
            throw Problem.notFound("link");
        }
    }
}
