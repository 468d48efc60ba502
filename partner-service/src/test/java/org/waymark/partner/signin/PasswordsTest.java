package org.waymark.partner.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void hashes_by_Argon2id_with_19_MiB_two_passes_and_one_lane() {
        assertThat(passwords.hash("four words make one")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void knows_a_password_again_and_no_other() {
        String hash = passwords.hash("four words make one");

        assertThat(passwords.matches("four words make one", hash)).isTrue();
        assertThat(passwords.matches("four words make two", hash)).isFalse();
    }

    @Test
    void nobody_has_the_password_that_stands_in_for_nobodys() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void objects_to_what_is_short_or_guessed_first_and_asks_for_no_signs() {
        assertThat(Passwords.objection("elevenchars", null)).contains("12 to 200");
        assertThat(Passwords.objection("Password1234", null)).contains("first that are guessed");
        assertThat(Passwords.objection("zzzzzzzzzzzzzz", null)).contains("first that are guessed");
        assertThat(Passwords.objection("ana@example.org", "ana@example.org")).contains("first that are guessed");
        assertThat(Passwords.objection("x".repeat(201), null)).contains("12 to 200");
        assertThat(Passwords.objection("only small letters", null)).isNull();
    }
}
