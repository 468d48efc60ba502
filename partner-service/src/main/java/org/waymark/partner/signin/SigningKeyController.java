package org.waymark.partner.signin;

import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.partner.Rights;
import org.waymark.partner.store.Page;

@BuiltInIssuer
@RestController
@RequestMapping("/api/operations/signing-keys")
class SigningKeyController {

    /** Never the key itself, whose public half is at {@code /oauth2/jwks}. */
    record Body(String keyId, Instant signsFrom) {

        static Body of(SigningKeys.Key key) {
            return new Body(key.jwk().getKeyID(), key.signsFrom());
        }
    }

    private final SigningKeys keys;

    SigningKeyController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    Page<Body> list() {
        Rights.mayOperate(Caller.current());
        List<Body> published = keys.published().stream().map(Body::of).toList();
        return new Page<>(published, null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Body rotate() {
        Rights.mayOperate(Caller.current());
        return Body.of(keys.rotate());
    }
}
