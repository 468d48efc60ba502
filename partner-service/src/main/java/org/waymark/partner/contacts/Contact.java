package org.waymark.partner.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person or an office.
 *
 * @param purpose what to turn to them for
 */
record Contact(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Email @Size(max = 254) String email,

        @Nullable
        @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}", message = "must be a telephone number, such as +41 22 717 91 11")
        String phone,

        @NotBlank @Size(max = 200) String purpose) {

    /** Personal data stays out of whatever is printed. */
    @Override
    public String toString() {
        return "Contact";
    }
}
