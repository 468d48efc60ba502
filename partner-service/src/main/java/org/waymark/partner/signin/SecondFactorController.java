package org.waymark.partner.signin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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

    record Confirm(@NotBlank @Size(max = 20) String code) {}

    record Confirmed(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "Confirmed[]";
        }
    }

    private final SecondFactors factors;
    private final People people;

    SecondFactorController(SecondFactors factors, People people) {
        this.factors = factors;
        this.people = people;
    }

    @PostMapping("/me/second-factor")
    @ResponseStatus(HttpStatus.CREATED)
    Secret begin() {
        return factors.begin(Caller.current().client());
    }

    @PutMapping("/me/second-factor")
    Confirmed confirm(@Valid @RequestBody Confirm request) {
        return new Confirmed(factors.confirm(Caller.current().client(), request.code()));
    }

    @DeleteMapping("/{personId}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String personId) {
        Caller caller = Caller.current();
        Rights.mayManagePeople(caller, people.find(caller.client()).orElse(null));
        factors.remove(personId);
    }
}
