package org.waymark.partner.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.partner.Rights;
import org.waymark.partner.members.People;

/** One-time codes beside the password: begun and confirmed by the person, taken away by the secretariat. */
@BuiltInIssuer
@RestController
@RequestMapping("/api/people")
class SecondFactorController {

    /** @param uri for an authenticator to read, as it reads a square code */
    record Begun(String secret, String uri) {

        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    record Confirm(@NotBlank @Size(max = 20) String code) {}

    record Confirmed(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Confirmed[]";
        }
    }

    private final SigningIn signingIn;
    private final People people;

    SecondFactorController(SigningIn signingIn, People people) {
        this.signingIn = signingIn;
        this.people = people;
    }

    @PostMapping("/me/second-factor")
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin() {
        String person = Caller.current().client();
        String secret = signingIn.newSecondFactor(person);
        String label = URLEncoder.encode(String.valueOf(people.get(person).email()), StandardCharsets.UTF_8);
        return new Begun(secret, "otpauth://totp/Waymark:" + label + "?secret=" + secret + "&issuer=Waymark");
    }

    @PutMapping("/me/second-factor")
    Confirmed confirm(@Valid @RequestBody Confirm request) {
        return new Confirmed(signingIn.confirmSecondFactor(Caller.current().client(), request.code()));
    }

    @DeleteMapping("/{personId}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String personId) {
        Caller caller = Caller.current();
        Rights.mayManagePeople(caller, people.find(caller.client()).orElse(null));
        signingIn.removeSecondFactor(personId);
    }
}
