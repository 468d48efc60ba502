package org.waymark.partner.members;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person proves to be that person.
 *
 * @param passwordHash null until the first link is used
 * @param totp null where there is no second factor
 * @param recoveryHashes of codes that stand in for a lost device, each good once
 */
public record SignInFacts(
        @Nullable String passwordHash, @Nullable Totp totp, List<String> recoveryHashes) {

    public static final SignInFacts NONE = new SignInFacts(null, null, List.of());

    /**
     * @param secret in base 32
     * @param confirmed whether a code was seen, before which it is not asked for
     * @param lastStep of the last code that was taken; none up to it is taken again
     */
    public record Totp(String secret, boolean confirmed, long lastStep) {}

    public SignInFacts {
        recoveryHashes = List.copyOf(recoveryHashes);
    }

    public SignInFacts withPassword(String hash) {
        return new SignInFacts(hash, totp, recoveryHashes);
    }

    public SignInFacts withTotp(@Nullable Totp next) {
        return new SignInFacts(passwordHash, next, recoveryHashes);
    }

    public SignInFacts withRecovery(List<String> hashes) {
        return new SignInFacts(passwordHash, totp, hashes);
    }
}
